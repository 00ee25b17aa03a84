// Tells at once, and then every two hours, how often it told so.
function report() {
  chrome.storage.local.get({ reports: 0 }, ({ reports }) => {
    chrome.storage.local.set({ reports: reports + 1 });
    chrome.action.setTitle({ title: `Report ${reports + 1}` });
  });
}

chrome.runtime.onInstalled.addListener(report);
chrome.runtime.onStartup.addListener(report);
chrome.alarms.get("report").then((alarm) => {
  if (!alarm) chrome.alarms.create("report", { periodInMinutes: 120 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === "report") report();
});
