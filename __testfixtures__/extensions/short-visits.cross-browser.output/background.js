function end() {
  browser.storage.local.get({ ended: 0 }).then(({ ended }) => browser.storage.local.set({ ended: ended + 1 }));
}

browser.tabs.onCreated.addListener((tab) => {
  browser.alarms.create(`end-${tab.id}`, { delayInMinutes: times.visit() / 60000 });
});

browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('end-')) end();
});

browser.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (change.status !== 'complete' || !tab.url.includes('two.example')) return;
  browser.alarms.clear(`end-${tabId}`);
});

browser.tabs.onRemoved.addListener((tabId) => {
  browser.alarms.clear(`end-${tabId}`);
});

browser.runtime.onMessage.addListener(() => browser.storage.local.get({ ended: 0 }).then(({ ended }) => `${ended} of ${times.names.length}`));
