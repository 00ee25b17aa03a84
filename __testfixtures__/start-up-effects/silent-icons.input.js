// The same icon in any case.
chrome.browserAction.setIcon({ path: 'icon.png' });
chrome.commands.onCommand.addListener(() => chrome.browserAction.setIcon({ path: 'icon.png' }));

// One tab has its own title.
chrome.browserAction.setTitle({ title: 'Notes' });
chrome.tabs.onActivated.addListener(({ tabId }) => chrome.browserAction.setTitle({ tabId, title: 'Notes of this tab' }));

// What is stored decides at each start.
chrome.storage.local.get('enabled', ({ enabled }) => {
  chrome.browserAction.setPopup({ popup: enabled ? 'on.html' : 'off.html' });
});
chrome.runtime.onMessage.addListener(() => chrome.browserAction.setPopup({ popup: 'off.html' }));

// It is put right at once.
chrome.privacy.network.networkPredictionEnabled.clear({});
chrome.storage.local.get('strict', ({ strict }) => {
  if (strict) chrome.privacy.network.networkPredictionEnabled.set({ value: false });
});
