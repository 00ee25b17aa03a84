const opened = () => chrome.tabs.create({});
const steps = {
  menus() {
    chrome.contextMenus.onClicked.addListener(opened);
  },
  tabs() {
    chrome.tabs.onCreated.addListener(opened);
  },
};

async function byEvent() {
  for (const event of [chrome.windows.onCreated, chrome.windows.onRemoved]) event.addListener(opened);
  for (const name of ['menus', 'tabs']) steps[name]();
  for (const name of ['first', 'second']) {
    chrome.tabs.onMoved.addListener(opened);
    await chrome.storage.local.get(name);
  }
}

byEvent();
