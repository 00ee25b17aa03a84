let count = 0;

function bump() {
  count++;
  console.log(count);
}

function helper() {
  bump();
}

chrome.tabs.onCreated.addListener(bump);
chrome.alarms.onAlarm.addListener(() => {
  helper();
  chrome.action.setTitle({ title: 'counted' });
});
