function buildMenu() {
  chrome.contextMenus.removeAll(() => {
    chrome.storage.sync.get({ sites: [] }, ({ sites }) => {
      for (const site of sites) chrome.contextMenus.create({ id: site, title: site });
    });
  });
}

chrome.runtime.onInstalled.addListener(buildMenu);
chrome.runtime.onStartup.addListener(buildMenu);
