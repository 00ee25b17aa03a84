function notify(text) {
  const options = { type: 'basic', iconUrl: 'icon.png', title: 'Timer', message: text, requireInteraction: true };
  if (!window.chrome || navigator.userAgent.includes('Gecko/')) delete options.requireInteraction;
  chrome.notifications.create(options);
}

chrome.runtime.onMessage.addListener(notify);
