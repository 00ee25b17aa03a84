let options = { word: 'none' };
async function init() {
  setup();
  options = await chrome.storage.local.get({ word: 'stored' });
  function setup() {
    chrome.tabs.onCreated.addListener(async (tab) => {
      await optionsLoaded;
      console.log(options.word, tab.id);
    });
  }
}
const optionsLoaded = init().catch(console.error);
