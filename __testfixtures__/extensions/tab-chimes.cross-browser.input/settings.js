// What the user chose; the options page writes it.
let settings = { label: 'chime', limit: 3 };

async function loadSettings() {
  settings = await browserGet(settings);
}

function browserGet(defaults) {
  return new Promise((resolve) => chrome.storage.local.get(defaults, resolve));
}
