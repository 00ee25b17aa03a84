export default defineBackground(() => {
  chrome.alarms.get("tabs-query").then((alarm) => {
    if (!alarm) chrome.alarms.create("tabs-query", { periodInMinutes: 10 });
  });
  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === "tabs-query") {
      chrome.tabs.query({}, (tabs) => console.log(tabs.length));
    }
  });
});
