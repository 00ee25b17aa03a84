const COLOUR = '#36c';

function badge(text) {
  const canvas = new OffscreenCanvas(19, 19);
  const context = canvas.getContext('2d');
  context.fillStyle = COLOUR;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillText(text, 2, 12);
  chrome.action.setIcon({ imageData: context.getImageData(0, 0, 19, 19) });
}

function drawArrow(ctx) {
  const s = ctx.canvas.width / 100;
  ctx.beginPath();
  ctx.moveTo(s * 10, s * 10);
  ctx.lineTo(s * 90, s * 50);
  ctx.fill();
}

function drawIcon(side) {
  var canvas = new OffscreenCanvas(side, side);
  var ctx = canvas.getContext('2d');
  if (!ctx) return null;
  drawArrow(ctx);
  return ctx.getImageData(0, 0, side, side);
}

function plain() {
  return new OffscreenCanvas(300, 150).getContext('2d').createImageData(8, 8);
}

function composed() {
  const layer = new OffscreenCanvas(300, 150), sheet = new OffscreenCanvas(300, 150);
  layer.getContext('2d').fillRect(0, 0, 4, 4);
  sheet.getContext('2d').drawImage(layer, 0, 0);
  return createImageBitmap(sheet);
}

chrome.runtime.onMessage.addListener(({ text, side }) => {
  badge(text);
  chrome.action.setIcon({ imageData: drawIcon(side) });
  console.log(plain(), composed());
});
