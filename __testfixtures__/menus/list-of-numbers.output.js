let quiet = 0;

function snooze(minutes) {
  quiet = minutes;
  chrome.tabs.create({ url: `quiet.html?${quiet}` });
}

const parent = 'parent';
chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create({ id: parent, title: 'Snooze', contexts: ['page'] });
  [15, 30, 60].forEach((min) => {
    chrome.contextMenus.create({ id: `min-${min}`, title: `${min} minutes`, parentId: parent, contexts: ['page'] });
  });
});

chrome.contextMenus.onClicked.addListener((info) => {
  const min = [15, 30, 60].find((min) => `min-${min}` === info.menuItemId);
  if (min === undefined) return;
  snooze(min);
});
