let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

const modes = {
  closed() {
    startListening();
  },
  none() {},
};

chrome.tabs.onRemoved.addListener(async (tabId) => {
  await listening;
  chrome.storage.local.set({ closed: tabId });
});

chrome.storage.local.get({ mode: 'closed' }, (items) => {
  modes[items.mode]();
});
