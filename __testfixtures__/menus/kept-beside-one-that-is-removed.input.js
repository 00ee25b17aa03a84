const settings = { copy: false };

function toggleCopy() {
  if (settings.copy) chrome.contextMenus.create({ id: 'copy', title: 'Copy link', contexts: ['link'] });
  else chrome.contextMenus.remove('copy');
}

function load(done) {
  return chrome.storage.sync.get(settings).then((stored) => {
    Object.assign(settings, stored);
    done();
  });
}

const loaded = load(() => {
  chrome.contextMenus.create({ id: 'options', title: chrome.i18n.getMessage('options'), contexts: ['action'] });
});

chrome.runtime.onMessage.addListener(async (message) => {
  await loaded;
  settings.copy = message.copy;
  chrome.storage.sync.set({ copy: message.copy });
  toggleCopy();
});

chrome.contextMenus.onClicked.addListener((info) => chrome.tabs.create({ url: `${info.menuItemId}.html` }));
