const defaults = { colour: '#224466', inMenu: true, shelf: [] };

function readSettings() {
  return new Promise((resolve) => chrome.storage.local.get(defaults, resolve));
}
