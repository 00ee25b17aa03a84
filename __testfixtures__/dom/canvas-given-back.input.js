function draw(side) {
  const canvas = document.createElement('canvas');
  canvas.width = side;
  canvas.height = side;
  canvas.getContext('2d').fillRect(0, 0, side, side);
  document.body.appendChild(canvas);
  return canvas;
}

chrome.alarms.onAlarm.addListener(() => {
  const small = draw(16);
  const large = draw(32);
  const imageData = { 16: small.getContext('2d').getImageData(0, 0, small.width, small.height), 32: large.getContext('2d').getImageData(0, 0, 32, 32) };
  chrome.action.setIcon({ imageData });
  small.parentNode.removeChild(small);
  large.remove();
});
