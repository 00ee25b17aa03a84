const COLOR = 'tomato';
const PAINT = 'document.body.style.color = ';
const limit = 3;

function paint({ tabId }) {
  chrome.tabs.executeScript(tabId, { code: PAINT + '"' + COLOR + '"' });
  chrome.tabs.executeScript(tabId, { code: PAINT + 'colors[' + limit + ']' });
}

chrome.tabs.onActivated.addListener(paint);
