// The page menu
chrome.contextMenus.create({ id: 'page', title: 'Save page', contexts: ['page'] }); // always there

const seen = new Set();

// The link menu
chrome.contextMenus.create({ id: 'link', title: 'Save link', contexts: ['link'] });

chrome.runtime.onInstalled.addListener(({ reason }) => {
  if (reason !== 'install') return;
  chrome.tabs.create({ url: 'welcome.html' });
});

chrome.contextMenus.onClicked.addListener((info) => {
  console.log(info.menuItemId);
});
