chrome.browserAction.onClicked.addListener((tab) => {
  chrome.tabs.executeScript(tab.id, { code: 'function tick() { console.log("tick"); }' });
});

chrome.alarms.onAlarm.addListener(() => {
  chrome.tabs.query({}, ([tab]) => chrome.tabs.executeScript(tab.id, { code: 'tick() ' + Math.random() }));
});
