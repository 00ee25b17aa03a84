const modes = {
  closed() { chrome.tabs.onRemoved.addListener((tabId) => chrome.storage.local.set({ closed: tabId })); },
  none() {},
};

chrome.storage.local.get({ mode: 'closed' }, (items) => {
  modes[items.mode]();
});
