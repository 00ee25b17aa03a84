let count = 0;

function bump() {
  count++;
  chrome.action.setBadgeText({ text: String(count) });
}

chrome.tabs.onCreated.addListener(bump);
chrome.alarms.onAlarm.addListener(() => {
  bump();
  chrome.action.setTitle({ title: 'counted' });
});
