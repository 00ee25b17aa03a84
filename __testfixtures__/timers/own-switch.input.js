chrome.alarms.onAlarm.addListener(({ name }) => {
  switch (name) {
    case 'sync':
      chrome.action.setBadgeText({ text: 's' });
      break;
  }
});
setInterval(sync, 60000);

function sync() {
  chrome.action.setBadgeText({ text: 'x' });
}
