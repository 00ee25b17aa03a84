let options = { word: 'none' };
async function init() {
  chrome.tabs.onCreated.addListener(async () => {
    await optionsLoaded;
    show();
  });
  options = await chrome.storage.local.get({ word: 'stored' });
  function show() {
    console.log(options.word);
  }
}
const optionsLoaded = init().catch(console.error);
