chrome.runtime.onMessage.addListener(function (message) {
  chrome.notifications.create({
    type: 'basic',
    title: 'Mail', // short
     // no sound
    message: message.text, // may be long
  });
  chrome.notifications.create({ type: 'basic', title: 'Mail', message: message.text /* long */,  });
});
