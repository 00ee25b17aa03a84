let options = { word: 'none' };
async function init() {
  setup();
  options = await chrome.storage.local.get({ word: 'stored' });
  function setup() {
    chrome.tabs.onCreated.addListener((tab) => console.log(options.word, tab.id));
  }
}
init();
