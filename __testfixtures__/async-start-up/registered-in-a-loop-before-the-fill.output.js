let options = { word: 'none' };
async function init() {
  [chrome.tabs.onCreated, chrome.tabs.onUpdated].forEach((event) => event.addListener(async () => {
    await optionsLoaded;
    console.log(options.word);
  }));
  options = await chrome.storage.local.get({ word: 'stored' });
}
const optionsLoaded = init().catch(console.error);
