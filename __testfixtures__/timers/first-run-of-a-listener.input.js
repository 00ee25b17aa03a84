chrome.runtime.onInstalled.addListener(remind);

function remind() {
  chrome.notifications.create({ type: 'basic', iconUrl: 'icon.png', title: 'Break', message: 'Look away' });
}

remind();
setInterval(remind, 20 * 60 * 1000);
