let timer;

chrome.contextMenus.onClicked.addListener((info) => {
  clearTimeout(timer);
  const { linkUrl } = info;
  timer = setTimeout(() => chrome.tabs.create({ url: linkUrl }), 60 * 1000);
});
