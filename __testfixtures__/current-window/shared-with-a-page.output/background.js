chrome.alarms.onAlarm.addListener(() => {
  chrome.tabs.query({ "lastFocusedWindow": true, pinned: false }, (tabs) => console.log(tabs.length));
  chrome.windows.getCurrent({ populate: true }, console.log);
});
