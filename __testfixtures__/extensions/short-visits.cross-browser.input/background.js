const visits = new Map();

function end() {
  browser.storage.local.get({ ended: 0 }).then(({ ended }) => browser.storage.local.set({ ended: ended + 1 }));
}

browser.tabs.onCreated.addListener((tab) => {
  visits.set(tab.id, setTimeout(end, times.visit()));
});

browser.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (change.status !== 'complete' || !tab.url.includes('two.example')) return;
  clearTimeout(visits.get(tabId));
  visits.delete(tabId);
});

browser.tabs.onRemoved.addListener((tabId) => {
  clearTimeout(visits.get(tabId));
  visits.delete(tabId);
});

browser.runtime.onMessage.addListener(() => browser.storage.local.get({ ended: 0 }).then(({ ended }) => `${ended} of ${times.names.length}`));
