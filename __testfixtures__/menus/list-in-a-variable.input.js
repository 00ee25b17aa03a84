let engines = [];

function build() {
  chrome.contextMenus.removeAll(() => {
    for (const engine of engines) {
      chrome.contextMenus.create({
        id: `engine-${engine.id}`,
        title: engine.name,
        contexts: ['selection'],
        onclick: (info, tab) => {
          chrome.tabs.create({ url: engine.url + info.selectionText, index: tab.index });
        },
      });
    }
  });
}

chrome.storage.sync.get({ engines: [] }, (stored) => {
  engines = stored.engines;
  build();
});

chrome.storage.onChanged.addListener((changes) => {
  engines = changes.engines.newValue;
  build();
});
