chrome.runtime.onInstalled.addListener(() => {
  chrome.notifications.create('welcome', {
    type: 'basic',
    title: 'Welcome',
    message: 'Click the icon to begin.'
  });
});
