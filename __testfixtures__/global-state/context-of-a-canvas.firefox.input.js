const canvas = document.createElement('canvas');
const context = canvas.getContext('2d');

browser.tabs.onCreated.addListener(() => {
  context.clearRect(0, 0, 19, 19);
  context.fillStyle = '#842';
  context.fillRect(0, 0, 19, 19);
  browser.browserAction.setIcon({ imageData: context.getImageData(0, 0, 19, 19) });
});
