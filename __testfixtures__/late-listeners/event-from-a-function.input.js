function eventFor(moment) {
  if (!chrome.webNavigation) return null;
  switch (moment) {
    case 'start':
      return chrome.webNavigation.onCommitted;
    default:
      return chrome.webNavigation.onCompleted;
  }
}

chrome.storage.local.get({ moment: 'start' }, ({ moment }) => {
  const event = eventFor(moment);
  if (event) event.addListener(({ tabId }) => chrome.tabs.sendMessage(tabId, 'navigated'));
});
