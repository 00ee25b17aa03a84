chrome.alarms.onAlarm.addListener(() => {
  const canvas = new OffscreenCanvas(300, 150);
  chrome.browserAction.setIcon({ imageData: canvas.getContext('2d').getImageData(0, 0, 16, 16) });
});
