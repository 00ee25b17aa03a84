function load(url, done) {
  if (typeof XMLHttpRequest !== 'undefined') {
    const request = new XMLHttpRequest();
    request.onload = () => done(request.responseText);
    request.open('GET', url);
    request.send();
  } else {
    fetch(url).then((response) => response.text()).then(done);
  }
}

function loadFirst(url) {
  if (typeof XMLHttpRequest === 'undefined') return fetch(url);
  const request = new XMLHttpRequest();
  request.open('GET', url);
  request.send();
}

function draw(size) {
  if (typeof document !== 'undefined') {
    const canvas = document.createElement('canvas');
    canvas.width = size;
    return canvas;
  }
  return new OffscreenCanvas(size, size);
}

function isPage() {
  if (typeof localStorage !== 'undefined') console.log('a page');
  if (typeof document !== 'undefined') document.title = 'Background';
  return typeof Audio === 'function';
}

chrome.runtime.onMessage.addListener(({ url }) => {
  load(url, console.log);
  loadFirst(url);
  console.log(draw(16), isPage());
});
