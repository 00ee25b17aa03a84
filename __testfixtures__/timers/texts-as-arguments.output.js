function remind(title, url, kind) {
  chrome.notifications.create(url, { type: 'basic', iconUrl: `${kind}.png`, title: 'Reminder', message: title });
}

chrome.runtime.onMessage.addListener((message, sender) => {
  if (message.type === 'remind') chrome.alarms.create(`remind-${crypto.randomUUID()}-${JSON.stringify({ messageTitle: message.title, senderUrl: sender.url })}`, { delayInMinutes: 20 });
});

chrome.alarms.onAlarm.addListener((alarm) => {
  if (alarm.name.startsWith('remind-')) {
    const { messageTitle, senderUrl } = JSON.parse(alarm.name.slice(alarm.name.indexOf('{')));
    remind(messageTitle, senderUrl, 'bell');
  }
});
