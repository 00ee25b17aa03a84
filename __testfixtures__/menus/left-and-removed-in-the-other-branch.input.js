function show(on) {
  if (on) {
    chrome.contextMenus.create({ id: 'read', title: 'Read later' });
  } else {
    chrome.contextMenus.removeAll();
  }
}

chrome.storage.local.get({ on: true, theme: 'light' }, ({ on, theme }) => {
  show(on);
  chrome.action.setIcon({ path: `${theme}.png` });
});

chrome.storage.onChanged.addListener((changes) => {
  if (changes.on) show(changes.on.newValue);
});
