function build(enabled) {
  if (!enabled) return;
  chrome.contextMenus.create({ id: 'page', title: 'Page', contexts: ['page'] });
  chrome.contextMenus.create({ id: 'link', title: 'Link', contexts: ['link'] });
  chrome.contextMenus.create({ id: 'image', title: 'Image', contexts: ['image'] });
}

function buildMenu() {
  chrome.contextMenus.removeAll(() => {
    chrome.storage.local.get({ enabled: true }, ({ enabled }) => build(enabled));
  });
}

chrome.runtime.onInstalled.addListener(buildMenu);
chrome.runtime.onStartup.addListener(buildMenu);
