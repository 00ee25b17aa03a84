let options = { word: 'none' };
async function load() {
  options = await chrome.storage.local.get({ word: 'stored' });
}
function listen() {
  chrome.tabs.onCreated.addListener(show);
}
function show(tab) {
  console.log(options.word, tab.id);
}
chrome.runtime.onStartup.addListener(listen);
load().then(() => listen());
