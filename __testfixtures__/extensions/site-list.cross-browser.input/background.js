let sites = [{ id: 'first', name: 'First', mark: '1' }, { id: 'second', name: 'Second', mark: '2' }];

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
