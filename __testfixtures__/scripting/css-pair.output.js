const css = 'body { filter: invert(1); }';

chrome.browserAction.onClicked.addListener((tab) => {
  if (isOn(tab)) chrome.scripting.removeCSS({ target: { tabId: tab.id }, css, origin: 'USER' });
  else chrome.scripting.insertCSS({ target: { tabId: tab.id }, css, origin: 'USER' });
});

function isOn(tab) {
  return tab.title.startsWith('*');
}
