function schedule() {
  chrome.alarms.create("refresh", { periodInMinutes: 30 });
}
chrome.alarms.onAlarm.addListener(() => fetch("https://example.com/"));
chrome.runtime.onMessage.addListener(schedule);
schedule();
