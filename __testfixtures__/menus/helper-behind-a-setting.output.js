function add(id, title) {
  chrome.contextMenus.create({ id, title, contexts: ['page'] });
}

function build() {
  chrome.contextMenus.removeAll(() => {
    chrome.storage.sync.get({ copy: true }, ({ copy }) => {
      add('open', 'Open');
      if (copy) add('copy', 'Copy');
    });
  });
}

const menuHandlers = {
  open: () => console.log('open'),
  copy: () => console.log('copy')
};

chrome.contextMenus.onClicked.addListener((info, tab) => {
  const handler = menuHandlers[info.menuItemId];
  if (handler) handler(info, tab);
});

chrome.runtime.onInstalled.addListener(build);
chrome.storage.onChanged.addListener(build);
