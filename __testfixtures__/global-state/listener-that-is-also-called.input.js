let n = 0;
function bump() { n++; chrome.action.setBadgeText({ text: String(n) }); }
chrome.tabs.onCreated.addListener(bump);
chrome.alarms.onAlarm.addListener(() => bump());
