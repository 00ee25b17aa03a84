chrome.runtime.onMessage.addListener(function (message) {
  var options = {
    type: 'basic',
    iconUrl: 'icon.png',
    title: 'Mail',
    message: message.text, // may be long
    silent: true
  };
  chrome.notifications.create('mail', options);

  var shared = { type: 'basic', iconUrl: 'icon.png', title: 'Mail', message: message.text, requireInteraction: true };
  shared.priority = message.important ? 2 : 0;
  chrome.notifications.create(shared);
});
