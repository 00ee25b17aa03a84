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
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  stroke(context);
  return context.getImageData(0, 0, 8, 8);
}

function stroke(context) {
  context.fillRect(0, 0, 8, 8);
}

function portOf(url) {
  const a = document.createElement('a');
  a.href = url;
  return a.port;
}
