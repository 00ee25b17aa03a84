let settings = {};

function read(defaults) {
  return new Promise((resolve) => chrome.storage.local.get(defaults, resolve));
}

async function start() {
  settings = await read({ inMenu: true, colour: 'red' });
  chrome.action.setBadgeBackgroundColor({ color: settings.colour });
  if (settings.inMenu) {
    chrome.contextMenus.create({ id: 'keep', title: 'Keep', contexts: ['page'] });
  }
}

chrome.contextMenus.onClicked.addListener(({ pageUrl }) => {
  chrome.tabs.create({ url: pageUrl });
});

start();
