function hostOf(url) {
  try {
    return new URL(url, location.origin).hostname;
  } catch {
    return '';
  }
}

function rootOf(url) {
  let link = { protocol: ':', host: '' };
  try {
    link = new URL(url, location.origin);
  } catch {
    // What is no address has no parts.
  }
  return `${link.protocol}//${link.host}`;
}

function draw(side, colour) {
  const canvas = new OffscreenCanvas(side, side);
  const context = canvas.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, side, side / 2);
  return canvas;
}

function show(colour) {
  const canvas = draw(16, colour);
  const imageData = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  chrome.action.setIcon({ imageData });
  return imageData;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.url !== undefined) sendResponse(`${hostOf(message.url)} ${rootOf(message.url)}`);
  if (message.colour !== undefined) {
    const { width, height, data } = show(message.colour);
    sendResponse([width, height, ...data.slice(0, 4), ...data.slice(-4)].join());
  }
});
