let target = -1;

chrome.tabs.onRemoved.addListener(() => {
  target = undefined;
});

chrome.alarms.onAlarm.addListener(() => chrome.tabs.executeScript(target, { file: 'tick.js' }));
