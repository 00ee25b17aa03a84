async function init() {
  const { names } = await chrome.storage.sync.get('names');
  const api = globalThis.browser ?? chrome;
  api.tabs.onCreated.addListener((tab) => console.log(tab.id, names));
}

init();
