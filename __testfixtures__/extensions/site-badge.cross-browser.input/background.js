function hostOf(url) {
  const a = document.createElement('a');
  a.href = url;
  return a.hostname;
}

function rootOf(url) {
  const link = document.createElement('a');
  link.href = url;
  return `${link.protocol}//${link.host}`;
}

function draw(side, colour) {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  document.body.appendChild(canvas);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, side, side / 2);
  return canvas;
}

function show(colour) {
  const canvas = draw(16, colour);
  const imageData = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  canvas.parentNode.removeChild(canvas);
  chrome.browserAction.setIcon({ imageData });
  return imageData;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.url !== undefined) sendResponse(`${hostOf(message.url)} ${rootOf(message.url)}`);
  if (message.colour !== undefined) {
    const { width, height, data } = show(message.colour);
    sendResponse([width, height, ...data.slice(0, 4), ...data.slice(-4)].join());
  }
});
