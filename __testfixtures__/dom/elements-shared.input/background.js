function paint(context) {
  context.fillRect(0, 0, 2, 2);
}

function hide(element) {
  element.style.display = 'none';
}

function hidden() {
  const canvas = document.createElement('canvas');
  hide(canvas);
  hide(document.createElement('iframe'));
  return canvas.getContext('2d').getImageData(0, 0, 8, 8);
}

chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (url) console.log(hostOf(url), portOf(url));
  chart(8);
  painted();
  chrome.browserAction.setIcon({ imageData: id > 1 ? icon() : hidden() });
});
