function show(on) {
  if (on) {
    chrome.contextMenus.create({ id: 'read', title: 'Read later' });
  } else {
    chrome.contextMenus.removeAll();
  }
}

chrome.storage.local.get({ on: true }, ({ on }) => show(on));

chrome.storage.onChanged.addListener((changes) => {
  if (changes.on) show(changes.on.newValue);
});
