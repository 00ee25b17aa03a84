const pages = new Set();
const byName = {};
const stateRestored = chrome.storage.session.get({ byName }).then((saved) => {
  Object.assign(byName, saved.byName);
}).catch(console.error);

chrome.contextMenus.onClicked.addListener(async (info) => {
  const name = `item ${info.menuItemId}`;
  await stateRestored;
  byName[name] = { name, tags: ['new'] };
  chrome.storage.session.set({ byName });
  pages.add(info.pageUrl);
});

chrome.tabs.onActivated.addListener(async () => {
  await stateRestored;
  console.log(pages.size, Object.keys(byName).length);
});
