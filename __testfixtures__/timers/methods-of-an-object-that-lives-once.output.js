const closer = {
  text: 'closed',
  init() {
    chrome.tabs.onCreated.addListener((tab) => this.closeLater(tab.id));
    chrome.commands.onCommand.addListener(() => {
      chrome.alarms.create(`report-${crypto.randomUUID()}`, { delayInMinutes: 1 });
    });

    chrome.alarms.onAlarm.addListener((alarm) => {
      if (alarm.name.startsWith('report-')) closer.report();
    });
  },
  closeLater(tabId) {
    chrome.alarms.create(`close-${tabId}-${crypto.randomUUID()}`, { delayInMinutes: 2 });
  },
  close(tabId) {
    chrome.tabs.remove(tabId);
  },
  report() {
    chrome.action.setBadgeText({ text: this.text });
  },
};

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('close-')) {
    const tabId = parseInt(alarm.name.slice('close-'.length), 10);
    closer.close(tabId);
  }
  if (alarm.name === 'report2') closer.report();
});

closer.init();
chrome.alarms.get('report2').then((alarm) => {
  if (!alarm) chrome.alarms.create('report2', { periodInMinutes: 10 });
});
