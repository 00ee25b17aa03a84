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

// A list that comes by message is shown when the browser starts again.
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  chrome.storage.local.set({ sites: message }, () => sendResponse('kept'));
  return true;
});
