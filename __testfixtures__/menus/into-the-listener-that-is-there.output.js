const seen = new Set();

chrome.runtime.onInstalled.addListener(({ reason }) => {
  // The page menu
  chrome.contextMenus.create({ id: 'page', title: 'Save page', contexts: ['page'] }); // always there
  // The link menu
  chrome.contextMenus.create({ id: 'link', title: 'Save link', contexts: ['link'] });
  if (reason !== 'install') return;
  chrome.tabs.create({ url: 'welcome.html' });
});

chrome.contextMenus.onClicked.addListener((info) => {
  console.log(info.menuItemId);
});
