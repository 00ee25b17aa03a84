const closing = {};

function keepAnEyeOn(tab) {
  closing[tab.id] = setTimeout(() => chrome.tabs.remove(tab.id), 5 * 60 * 1000);
}

chrome.tabs.onCreated.addListener(async (tab) => {
  const { isOn } = await chrome.storage.local.get('isOn');
  if (isOn) keepAnEyeOn(tab);
});
chrome.tabs.onRemoved.addListener((tabId) => {
  clearTimeout(closing[tabId]);
  delete closing[tabId];
});
