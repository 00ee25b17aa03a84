let options = null;
const loaded = load();
async function load() {
  options = await chrome.storage.local.get({ word: 'stored' });
}
chrome.storage.sync.get({ on: true }, ({ on }) => {
  options = { word: on ? 'sync' : 'off' };
});
chrome.tabs.onCreated.addListener(async (tab) => {
  await loaded;
  console.log(options.word, tab.id);
});
