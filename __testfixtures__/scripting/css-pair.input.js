const css = 'body { filter: invert(1); }';

chrome.browserAction.onClicked.addListener((tab) => {
  if (isOn(tab)) chrome.tabs.removeCSS(tab.id, { code: css, cssOrigin: 'user', runAt: 'document_start' });
  else chrome.tabs.insertCSS(tab.id, { code: css, cssOrigin: 'user', runAt: 'document_start' });
});

function isOn(tab) {
  return tab.title.startsWith('*');
}
