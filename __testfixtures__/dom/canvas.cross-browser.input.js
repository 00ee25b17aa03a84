chrome.alarms.onAlarm.addListener(() => {
  const canvas = document.createElement('canvas');
  chrome.browserAction.setIcon({ imageData: canvas.getContext('2d').getImageData(0, 0, 16, 16) });
});
