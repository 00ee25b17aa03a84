const build = () => {
  chrome.contextMenus.removeAll(() => {
    chrome.storage.sync.get({ menu: true, size: 'big' }, ({ menu, size }) => {
      if (!menu) return;
      chrome.contextMenus.create({ id: 'open', title: 'Open' });
      if (size === 'big') chrome.contextMenus.create({ id: 'more', title: 'More' });
    });
  });
};

chrome.runtime.onInstalled.addListener(build);
chrome.runtime.onStartup.addListener(build);
chrome.storage.onChanged.addListener(() => build());

chrome.contextMenus.onClicked.addListener(({ menuItemId }) => console.log(menuItemId));
