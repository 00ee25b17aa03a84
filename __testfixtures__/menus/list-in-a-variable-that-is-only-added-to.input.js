let pages = [];

function build() {
  for (const page of pages) {
    chrome.contextMenus.create({ id: `page-${page.id}`, title: page.name, contexts: ['page'], onclick: () => chrome.tabs.create({ url: page.url }) });
  }
}

chrome.runtime.onMessage.addListener((message) => {
  pages = message;
  build();
});
