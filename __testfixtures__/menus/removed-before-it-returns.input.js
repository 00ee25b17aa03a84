function show(on) {
  if (!on) {
    chrome.contextMenus.removeAll();
    return;
  }
  chrome.contextMenus.create({ id: 'read', title: 'Read later' });
}

chrome.storage.local.get({ on: true }, ({ on }) => show(on));

chrome.storage.onChanged.addListener((changes) => {
  if (changes.on) show(changes.on.newValue);
});
