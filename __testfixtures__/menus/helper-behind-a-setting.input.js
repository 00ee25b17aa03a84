function add(id, title, run) {
  chrome.contextMenus.create({ id, title, contexts: ['page'], onclick: run });
}

function build() {
  chrome.contextMenus.removeAll(() => {
    chrome.storage.sync.get({ copy: true }, ({ copy }) => {
      add('open', 'Open', () => console.log('open'));
      if (copy) add('copy', 'Copy', () => console.log('copy'));
    });
  });
}

chrome.runtime.onInstalled.addListener(build);
chrome.storage.onChanged.addListener(build);
