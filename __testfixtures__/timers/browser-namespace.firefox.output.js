function forget(tabId) {
  browser.alarms.clear(`tabs-sendMessage-${tabId}`);
}

browser.tabs.onUpdated.addListener((tabId, { status }) => {
  forget(tabId);
  if (status === 'complete') browser.alarms.create(`tabs-sendMessage-${tabId}`, { delayInMinutes: 40000 / 60000 });
});

browser.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('tabs-sendMessage-')) {
    const tabId = Number(alarm.name.slice('tabs-sendMessage-'.length));
    browser.tabs.sendMessage(tabId, 'still here?');
  }
});
browser.tabs.onRemoved.addListener(forget);
