let sites = [{ id: 'first', name: 'First', mark: '1' }];

function build() {
  chrome.contextMenus.removeAll(() => {
    for (const site of sites) {
      chrome.contextMenus.create({
        id: `site-${site.id}`,
        title: site.name,
        contexts: ['page'],
        onclick: (info) => {
          chrome.browserAction.setBadgeText({ text: site.mark });
          chrome.storage.local.set({ kept: `${site.name}: ${info.pageUrl}` });
        },
      });
    }
  });
}

chrome.storage.local.get({ sites }, (stored) => {
  sites = stored.sites;
  build();
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.sites) {
    sites = message.sites;
    build();
    chrome.storage.local.set({ sites }, () => sendResponse('kept'));
    return true;
  }
  sendResponse('nothing');
});
