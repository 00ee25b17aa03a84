const log = (tabId) => chrome.browserAction.setTitle({ title: String(tabId) });
const toggle = (on) => chrome.tabs.onRemoved[on ? 'addListener' : 'removeListener'](log);

chrome.storage.local.get({ on: true }, ({ on }) => toggle(on));
chrome.storage.onChanged.addListener((changes) => {
  if (changes.on) toggle(changes.on.newValue);
});
