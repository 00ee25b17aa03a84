init();

async function init() {
  const prefix = chrome.runtime.id;
  const { names } = await chrome.storage.sync.get('names');
  chrome.tabs.onCreated.addListener((tab) => console.log(prefix, tab.id, names));
}
