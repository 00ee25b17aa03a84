let sites = [{ id: 'first', name: 'First', mark: '1' }, { id: 'second', name: 'Second', mark: '2' }];

function build() {
  chrome.contextMenus.removeAll(() => {
    for (const site of sites) {
      chrome.contextMenus.create({
        id: `site-${site.id}`,
        title: site.name,
        contexts: ['page'],
      });
    }
  });
}

chrome.contextMenus.onClicked.addListener(async (info) => {
  await sitesLoaded;
  const site = sites.find((site) => `site-${site.id}` === info.menuItemId);
  if (site === undefined) return;
  chrome.action.setBadgeText({ text: site.mark });
  chrome.storage.local.set({ kept: `${site.name}: ${info.pageUrl}` });
});

const sitesLoaded = chrome.storage.local.get({ sites }).then((stored) => {
  sites = stored.sites;
  build();
}).catch(console.error);
