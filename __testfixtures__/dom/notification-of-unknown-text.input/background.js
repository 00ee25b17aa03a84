chrome.runtime.onMessage.addListener((message) => {
  new Notification(message.title, { icon: 'bell.png', body: message.text });
});
