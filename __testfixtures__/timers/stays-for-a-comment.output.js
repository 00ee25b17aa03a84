// mv3-codemod-ignore timers: it may end with the background
setInterval(poll, 5 * 60 * 1000);

chrome.alarms.get('sweep', function(alarm) {
  if (!alarm) chrome.alarms.create('sweep', { periodInMinutes: 60 });
}); /* mv3-codemod-ignore */
chrome.alarms.onAlarm.addListener(function(alarm) {
  if (alarm.name === 'sweep') sweep();
});

function poll() {
  console.log('poll');
}

function sweep() {
  chrome.storage.local.clear();
}
