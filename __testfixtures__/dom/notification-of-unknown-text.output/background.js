chrome.runtime.onMessage.addListener((message) => {
  chrome.notifications.create({
    type: 'basic',
    iconUrl: '/bell.png',
    title: String(message.title),
    message: String(message.text)
  });
});
