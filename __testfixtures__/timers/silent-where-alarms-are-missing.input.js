if (chrome.alarms) {
  chrome.alarms.onAlarm.addListener((alarm) => {
    if (alarm.name === 'poll') poll();
  });
} else {
  setInterval(poll, 60000);
}

function poll() {
  chrome.action.setBadgeText({ text: 'x' });
}
