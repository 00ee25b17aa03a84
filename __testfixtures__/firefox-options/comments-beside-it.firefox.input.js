chrome.runtime.onMessage.addListener(function (message) {
  chrome.notifications.create({
    type: 'basic',
    title: 'Mail', // short
    silent: true, // no sound
    message: message.text, // may be long
    requireInteraction: true,
  });
  chrome.notifications.create({ type: 'basic', title: 'Mail', message: message.text /* long */, silent: true });
});
