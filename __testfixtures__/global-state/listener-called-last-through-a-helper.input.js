let count = 0;

function bump() {
  count++;
  console.log(count);
}

function helper(name) {
  if (name === 'tick') {
    bump();
  }
}

chrome.tabs.onCreated.addListener(bump);
chrome.alarms.onAlarm.addListener((alarm) => {
  helper(alarm.name);
});
