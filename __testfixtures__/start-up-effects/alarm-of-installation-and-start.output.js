function schedule() {
  chrome.alarms.get("refresh").then((alarm) => {
    if (!alarm) chrome.alarms.create("refresh", { periodInMinutes: 30 });
  });
}
chrome.alarms.onAlarm.addListener(() => fetch("https://example.com/"));
chrome.runtime.onInstalled.addListener(schedule);
schedule();
