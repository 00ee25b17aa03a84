let count = 0;

function bump() {
  count++;
  return count;
}

chrome.tabs.onCreated.addListener(bump);
chrome.alarms.onAlarm.addListener(() => {
  console.log(bump());
});
