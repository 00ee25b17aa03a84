if (!localStorage.installed) {
  localStorage.installed = '1';
  chrome.tabs.create({ url: 'welcome.html' });
}

chrome.storage.local.get(['seen', 'version'], function (items) {
  if (!items.seen) {
    chrome.tabs.create({ url: 'welcome.html' }, function () {
      remember();
    });
  }
  if (items.version !== '2') {
    chrome.tabs.create({ url: 'news.html' });
  }
});

function remember() {
  chrome.storage.local.set({ seen: true, version: '2' });
}

if (!localStorage.getItem('asked')) {
  chrome.notifications.create({ type: 'basic', iconUrl: 'icon.png', title: 'Welcome', message: '' });
}
localStorage.setItem('asked', 'yes');

chrome.browserAction.onClicked.addListener(function () {
  if (!localStorage.stop) chrome.tabs.create({ url: 'options.html' });
});
