function begin() {
  chrome.alarms.create("begin", { periodInMinutes: 1 });
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === "begin") {
    chrome.storage.local.get({ beats: 0 }, ({ beats }) => chrome.storage.local.set({ beats: beats + 1 }));
  }
});

chrome.runtime.onInstalled.addListener(begin);
chrome.runtime.onStartup.addListener(begin);
