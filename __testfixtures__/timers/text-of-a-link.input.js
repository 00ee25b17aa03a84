chrome.contextMenus.onClicked.addListener((info) => {
  if (info.menuItemId !== 'later') return;
  const url = info.linkUrl;
  setTimeout(() => {
    chrome.tabs.create({ url, active: false });
  }, 60 * 60 * 1000);
});
