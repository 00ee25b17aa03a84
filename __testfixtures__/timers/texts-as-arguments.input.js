function remind(title, url, kind) {
  chrome.notifications.create(url, { type: 'basic', iconUrl: `${kind}.png`, title: 'Reminder', message: title });
}

chrome.runtime.onMessage.addListener((message, sender) => {
  if (message.type === 'remind') setTimeout(remind, 20 * 60 * 1000, message.title, sender.url, 'bell');
});
