async function restart() {
  const { enabled, minutes } = await chrome.storage.local.get({ enabled: true, minutes: 10 });
  // Off is off.
  if (enabled) {
    const tabsQueryMinutes = Number(minutes);
    chrome.alarms.get('tabs-query').then((alarm) => {
      if (!alarm || alarm.periodInMinutes !== tabsQueryMinutes) chrome.alarms.create('tabs-query', { periodInMinutes: tabsQueryMinutes });
    });
  } else {
    chrome.alarms.clear('tabs-query');
  }
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === 'tabs-query') {
    chrome.tabs.query({ audible: true }).then((tabs) => chrome.action.setBadgeText({ text: String(tabs.length) }));
  }
});

restart();
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'settings') restart();
});
