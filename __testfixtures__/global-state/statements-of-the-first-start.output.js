(function () {
  let count = 0;
  let title = '';
  const stateRestored = chrome.storage.session.get({ count, title, hasStarted: false }).then((saved) => {
    count = saved.count;
    title = saved.title;
    chrome.storage.session.set({ hasStarted: true });
    return saved.hasStarted;
  }).catch(console.error);

  function show() {
    chrome.action.setBadgeText({ text: String(count) });
    chrome.notifications.create({ type: 'basic', iconUrl: 'icon.png', title, message: String(count) });
  }

  // One for the browser's own tab.
  stateRestored.then((hasStarted) => {
    if (hasStarted) return;
    count++;
    chrome.storage.session.set({ count });
    if (navigator.onLine) {
      title = 'online';
      chrome.storage.session.set({ title });
    }
  });

  chrome.action.setBadgeBackgroundColor({ color: '#123456' });
  stateRestored.then((hasStarted) => {
    if (hasStarted) return;
    show();
  });

  chrome.tabs.onCreated.addListener(async () => {
    await stateRestored;
    count++;
    chrome.storage.session.set({ count });
    show();
  });
  chrome.action.onClicked.addListener(async () => {
    await stateRestored;
    title = 'clicked';
    count = 0;
    chrome.storage.session.set({ count, title });
  });
})();
