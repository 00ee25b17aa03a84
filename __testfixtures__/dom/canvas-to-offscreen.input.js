const COLOUR = '#36c';

function badge(text) {
  const canvas = document.createElement('canvas');
  canvas.width = 19;
  canvas.height = 19;
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
  var canvas = document.createElement('canvas');
  canvas.width = canvas.height = side;
  document.body.appendChild(canvas);
  canvas.style.display = 'none';
  var ctx = canvas.getContext('2d');
  if (!ctx) return null;
  drawArrow(ctx);
  return ctx.getImageData(0, 0, side, side);
}

function plain() {
  return document.createElement('canvas').getContext('2d').createImageData(8, 8);
}

function composed() {
  const layer = document.createElement('canvas'), sheet = document.createElement('canvas');
  layer.getContext('2d').fillRect(0, 0, 4, 4);
  sheet.getContext('2d').drawImage(layer, 0, 0);
  return createImageBitmap(sheet);
}

chrome.runtime.onMessage.addListener(({ text, side }) => {
  badge(text);
  chrome.action.setIcon({ imageData: drawIcon(side) });
  console.log(plain(), composed());
});
