const dark = { code: 'html { filter: invert(1) }', cssOrigin: 'author', runAt: 'document_start' };

chrome.browserAction.onClicked.addListener(async (tab) => {
  const on = await isOn(tab.id);
  if (on) chrome.tabs.removeCSS(tab.id, dark);
  else chrome.tabs.insertCSS(tab.id, dark);
});

const isOn = (tabId) => new Promise((resolve) => chrome.storage.local.get(String(tabId), (items) => resolve(Boolean(items[tabId]))));
