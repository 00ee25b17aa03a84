(function () {
  let count = 0;
  let title = '';

  function show() {
    chrome.action.setBadgeText({ text: String(count) });
    chrome.notifications.create({ type: 'basic', iconUrl: 'icon.png', title, message: String(count) });
  }

  // One for the browser's own tab.
  count++;
  if (navigator.onLine) title = 'online';

  chrome.action.setBadgeBackgroundColor({ color: '#123456' });
  show();

  chrome.tabs.onCreated.addListener(() => {
    count++;
    show();
  });
  chrome.action.onClicked.addListener(() => {
    title = 'clicked';
    count = 0;
  });
})();
