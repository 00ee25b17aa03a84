let settings = defaults;

function keep(url) {
  chrome.storage.local.get(defaults, ({ shelf }) => {
    chrome.storage.local.set({ shelf: [...shelf, url] });
    chrome.browserAction.setBadgeText({ text: String(shelf.length + 1) });
  });
}

// The menu comes when the settings are there.
async function start() {
  settings = await readSettings();
  chrome.browserAction.setBadgeBackgroundColor({ color: settings.colour });
  chrome.contextMenus.create({
    id: 'shelf',
    title: 'Shelf',
    contexts: ['page', 'link'],
  });
  chrome.contextMenus.create({
    id: 'clear',
    parentId: 'shelf',
    title: 'Clear the shelf',
    contexts: ['page', 'link'],
  });
  if (settings.inMenu) {
    chrome.contextMenus.create({ id: 'keep', title: 'Keep this page', contexts: ['page'] });
  }
}

chrome.contextMenus.onClicked.addListener((info) => {
  if (info.menuItemId === 'keep') keep(info.pageUrl);
  if (info.menuItemId === 'clear') {
    chrome.storage.local.set({ shelf: [] });
    chrome.browserAction.setBadgeText({ text: '' });
  }
});

chrome.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && changes.inMenu && !changes.inMenu.newValue) chrome.contextMenus.remove('keep');
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'no menu') {
    chrome.storage.local.set({ inMenu: false }, () => sendResponse('gone'));
    return true;
  }
  sendResponse(message);
});

start();
