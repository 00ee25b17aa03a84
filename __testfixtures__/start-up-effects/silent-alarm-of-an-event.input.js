function schedule() {
  chrome.alarms.create('refresh', { periodInMinutes: 5 });
}

chrome.runtime.onInstalled.addListener(schedule);
chrome.runtime.onStartup.addListener(schedule);
