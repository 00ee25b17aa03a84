function showCount(pages) {
  chrome.action.setBadgeText({ text: String(pages.length) });
}

chrome.runtime.onInstalled.addListener(function () {
  chrome.contextMenus.create({ id: 'save', title: 'Read later', contexts: ['page'] });
  chrome.alarms.create('remind', { periodInMinutes: 60 });
});

chrome.action.onClicked.addListener(function (tab) {
  addToList(tab.url, showCount);
});

chrome.contextMenus.onClicked.addListener(function (info) {
  if (info.menuItemId === 'save') addToList(info.pageUrl, showCount);
});

chrome.alarms.onAlarm.addListener(function (alarm) {
  if (alarm.name !== 'remind') return;
  readList(function (pages) {
    chrome.action.setTitle({ title: pages.length + ' pages to read' });
  });
});

chrome.runtime.onMessage.addListener(function (message, sender, sendResponse) {
  if (message.type !== 'list') return;
  readList(sendResponse);
  return true;
});
