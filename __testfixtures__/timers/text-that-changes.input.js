chrome.contextMenus.onClicked.addListener((info, tab) => {
  let url = info.linkUrl;
  if (!url) url = info.pageUrl;
  setTimeout(() => chrome.tabs.create({ url }), 60 * 60 * 1000);
  setTimeout(() => console.log(info.pageUrl), 60 * 60 * 1000);
  info.pageUrl = 'https://example.com/';
});
