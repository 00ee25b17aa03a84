function show(on) {
  if (on) {
    chrome.contextMenus.create({ id: 'read', title: 'Read later' });
  } else {
    chrome.contextMenus.removeAll();
  }
}

function buildMenu() {
  chrome.contextMenus.removeAll(() => {
    chrome.storage.local.get({ on: true }, ({ on }) => show(on));
  });
}

chrome.runtime.onInstalled.addListener(buildMenu);
chrome.runtime.onStartup.addListener(buildMenu);

chrome.storage.onChanged.addListener((changes) => {
  if (changes.on) show(changes.on.newValue);
});
