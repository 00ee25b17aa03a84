chrome.runtime.onMessage.addListener(({ size, page }) => {
  asAddress(size);
  asBlob(size);
  given(size);
  onPage(size, page);
  webgl(size);
  focus(size);
  kept.canvas = document.createElement('canvas');
  unknown(size, page.draw);
  throughContext(size);
  grown(size);
});

const kept = {};

function asAddress(size) {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  return canvas.toDataURL();
}

function asBlob(size) {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  canvas.toBlob((blob) => console.log(blob.size));
}

function given(size) {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  return canvas;
}

function onPage(size, page) {
  const canvas = document.createElement('canvas');
  canvas.width = size;
  return page && document.body.appendChild(canvas);
}

function webgl(size) {
  const canvas = document.createElement('canvas');
  canvas.getContext('webgl').viewport(0, 0, size, size);
}

function focus(size) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  context.rect(0, 0, size, size);
  context.drawFocusIfNeeded(canvas);
}

function unknown(size, draw) {
  const canvas = document.createElement('canvas');
  draw(canvas.getContext('2d'), size);
}

function throughContext(size) {
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  context.fillRect(0, 0, size, size);
  console.log(context.canvas.toDataURL());
}

function grown(size) {
  const canvas = document.createElement('canvas');
  canvas.width += size;
  canvas.setAttribute('height', size);
}
