const dark = { css: 'html { filter: invert(1) }', origin: 'AUTHOR' };

chrome.browserAction.onClicked.addListener(async (tab) => {
  const on = await isOn(tab.id);
  if (on) chrome.scripting.removeCSS({ target: { tabId: tab.id }, ...dark });
  else chrome.scripting.insertCSS({ target: { tabId: tab.id }, ...dark });
});

const isOn = (tabId) => new Promise((resolve) => chrome.storage.local.get(String(tabId), (items) => resolve(Boolean(items[tabId]))));
