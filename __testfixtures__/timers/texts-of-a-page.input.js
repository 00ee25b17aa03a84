const LATER = 30 * 60 * 1000;

function remind(title, url) {
  chrome.notifications.create(url, { type: 'basic', iconUrl: 'icon.png', title: 'Reminder', message: title });
}

function remindLater(tab) {
  const { title, url } = tab;
  setTimeout(() => remind(title, url), LATER);
}

chrome.browserAction.onClicked.addListener(remindLater);
