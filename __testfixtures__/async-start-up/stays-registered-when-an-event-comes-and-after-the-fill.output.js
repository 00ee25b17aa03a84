let options = { word: 'none' };
async function load() {
  options = await chrome.storage.local.get({ word: 'stored' });
}
function listen() {
  chrome.tabs.onCreated.addListener(show);
}
async function show(tab) {
  await optionsLoaded;
  console.log(options.word, tab.id);
}
chrome.runtime.onStartup.addListener(listen);
const optionsLoaded = load().then(() => listen()).catch(console.error);
