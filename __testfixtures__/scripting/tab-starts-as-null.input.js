let target = null;

chrome.tabs.onActivated.addListener(({ tabId }) => {
  target = tabId;
});

chrome.alarms.onAlarm.addListener(() => chrome.tabs.executeScript(target, { file: 'tick.js' }));
