let options = { word: 'none' };
async function main() {
  await init();
}
async function init() {
  helper();
  options = await chrome.storage.local.get({ word: 'stored' });
}
function helper() {
  chrome.tabs.onCreated.addListener(async (tab) => {
    await optionsLoaded;
    console.log(options.word, tab.id);
  });
}
const optionsLoaded = main().catch(console.error);
