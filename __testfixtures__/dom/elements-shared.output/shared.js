function chart(size) {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.getContext('2d').fillRect(0, 0, 8, 8);
  document.body.appendChild(canvas);
}

function painted() {
  const canvas = document.createElement('canvas');
  paint(canvas.getContext('2d'));
}

function icon() {
  const canvas = new OffscreenCanvas(300, 150);
  const context = canvas.getContext('2d');
  stroke(context);
  return context.getImageData(0, 0, 8, 8);
}

function stroke(context) {
  context.fillRect(0, 0, 8, 8);
}

function portOf(url) {
  try {
    return new URL(url, location.origin).port;
  } catch {
    return '';
  }
}
