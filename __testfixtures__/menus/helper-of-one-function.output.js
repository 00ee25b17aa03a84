function add(id, title) {
  chrome.contextMenus.create({
    id,
    title,
    contexts: ['page'],
  });
}

chrome.runtime.onInstalled.addListener(() => {
  add('open', 'Open');
  add('copy', 'Copy');
  chrome.contextMenus.create({ id: 'about', title: 'About', contexts: ['page'] });
});

chrome.contextMenus.onClicked.addListener((info) => {
  if (info.menuItemId === 'about') chrome.tabs.create({ url: 'about.html' });
});

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (!['open', 'copy'].includes(info.menuItemId)) return;
  console.log(info.menuItemId, tab.title);
});
