let options = { word: 'none' };
async function init() {
  [chrome.tabs.onCreated, chrome.tabs.onUpdated].forEach((event) => event.addListener(() => console.log(options.word)));
  options = await chrome.storage.local.get({ word: 'stored' });
}
init();
