const opened = () => chrome.tabs.create({});
const steps = {
  menus() {
    chrome.contextMenus.onClicked.addListener(opened);
  },
  tabs() {
    chrome.tabs.onCreated.addListener(opened);
  },
};

async function byName() {
  for (const name of ['onUpdated', 'onRemoved']) {
    chrome.tabs[name].addListener(opened);
    await chrome.storage.local.get(name);
  }
}

async function byEvent() {
  for (const event of [chrome.windows.onCreated, chrome.windows.onRemoved]) {
    event.addListener(opened);
    await chrome.storage.local.get('windows');
  }
}

async function byStep() {
  for (const name of ['menus', 'tabs']) await steps[name]();
}

byName();
byEvent();
byStep();
