const MINUTE = 60 * 1000;
const DELAYS = { refresh: 10 * MINUTE };

function wait(callback, minutes = 2) {
  setTimeout(callback, minutes * MINUTE);
}
chrome.alarms.get("timer").then((alarm) => {
  if (!alarm) chrome.alarms.create("timer", { periodInMinutes: DELAYS.refresh / 60000 });
});
chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === "timer") {}
});
wait(() => {});
