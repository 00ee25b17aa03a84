let settings = defaults;

function keep(url) {
  chrome.storage.local.get(defaults, ({ shelf }) => {
    chrome.storage.local.set({ shelf: [...shelf, url] });
    chrome.action.setBadgeText({ text: String(shelf.length + 1) });
  });
}

// The menu comes when the settings are there.
async function start() {
  settings = await readSettings();
  chrome.action.setBadgeBackgroundColor({ color: settings.colour });
  chrome.contextMenus.create({
    id: 'shelf',
    title: 'Shelf',
    contexts: ['page', 'link'],
  }, () => void chrome.runtime.lastError);
  chrome.contextMenus.create({
    id: 'clear',
    parentId: 'shelf',
    title: 'Clear the shelf',
    contexts: ['page', 'link'],
  }, () => void chrome.runtime.lastError);
  if (settings.inMenu) {
    chrome.contextMenus.create({ id: 'keep', title: 'Keep this page', contexts: ['page'] }, () => void chrome.runtime.lastError);
  } else {
    chrome.contextMenus.remove('keep', () => void chrome.runtime.lastError);
  }
}

chrome.contextMenus.onClicked.addListener((info) => {
  if (info.menuItemId === 'keep') keep(info.pageUrl);
  if (info.menuItemId === 'clear') {
    chrome.storage.local.set({ shelf: [] });
    chrome.action.setBadgeText({ text: '' });
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

// The browser starts the background for this listener; all else is done at top level.
chrome.runtime.onStartup.addListener(() => {});
