function build(engines, prefix) {
  chrome.contextMenus.removeAll(() => {
    engines.forEach((engine) => {
      chrome.contextMenus.create({ id: engine.id, title: engine.name, contexts: ['selection'], onclick: () => chrome.tabs.create({ url: engine.url }) });
    });
  });
}

let sites = [];
let count = 0;

function buildSites(number) {
  for (const site of sites) {
    chrome.contextMenus.create({ id: `site-${site.id}-${number}`, title: site.name, contexts: ['page'], onclick: () => chrome.tabs.create({ url: site.url }) });
    chrome.contextMenus.create({ id: `fixed-${count}`, title: site.name, contexts: ['link'], onclick: () => chrome.tabs.create({ url: site.url }) });
    chrome.contextMenus.create({ id: site.key, title: site.name, contexts: ['image'], onclick: () => chrome.tabs.create({ url: site.url, index: number }) });
  }
}

chrome.storage.sync.get({ engines: [], sites: [] }, (stored) => {
  sites = stored.sites;
  build(stored.engines);
  buildSites(++count);
});

let pages = [];

function buildPages() {
  for (const page of pages) {
    chrome.contextMenus.create({ id: `page-${page.id}`, title: page.name, contexts: ['page'], onclick: () => chrome.tabs.create({ url: page.url }) });
  }
}

chrome.storage.sync.get({ pages: [] }, (stored) => {
  pages = stored.pages;
  buildPages();
});
chrome.runtime.onMessage.addListener((message) => {
  pages = message;
});
