chrome.alarms.onAlarm.addListener(() => {
  chrome.tabs.query({ "currentWindow": true, pinned: false }, (tabs) => console.log(tabs.length));
  chrome.windows.getCurrent({ populate: true }, console.log);
});
