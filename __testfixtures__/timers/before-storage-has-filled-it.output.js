let settings = {};
let feeds = [];

chrome.storage.local.get(null, (stored) => {
  settings = stored;
});

chrome.storage.sync.get({ feeds: [] }, (stored) => {
  feeds = stored.feeds;
  chrome.alarms.get("show").then((alarm) => {
    if (!alarm) chrome.alarms.create("show", { periodInMinutes: 30 });
  });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name === "show") show(feeds);
  if (alarm.name === "refresh") refresh(settings);
});

chrome.alarms.get("refresh").then((alarm) => {
  if (!alarm) chrome.alarms.create("refresh", { periodInMinutes: 5 });
});

function refresh({ url }) {
  fetch(url);
}

function show(list) {
  chrome.action.setBadgeText({ text: String(list.length) });
}
