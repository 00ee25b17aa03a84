const LATER = 30 * 60 * 1000;

function remind(title, url) {
  chrome.notifications.create(url, { type: 'basic', iconUrl: 'icon.png', title: 'Reminder', message: title });
}

function remindLater(tab) {
  const { title, url } = tab;
  chrome.alarms.create(`remind-${crypto.randomUUID()}-${JSON.stringify({ title, url })}`, { delayInMinutes: LATER / 60000 });
}

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('remind-')) {
    const { title, url } = JSON.parse(alarm.name.slice(alarm.name.indexOf('{')));
    remind(title, url);
  }
});

chrome.browserAction.onClicked.addListener(remindLater);
