const pages = new Set();
const byName = {};

chrome.contextMenus.onClicked.addListener((info) => {
  const name = `item ${info.menuItemId}`;
  byName[name] = { name, tags: ['new'] };
  pages.add(info.pageUrl);
});

chrome.tabs.onActivated.addListener(() => {
  console.log(pages.size, Object.keys(byName).length);
});
