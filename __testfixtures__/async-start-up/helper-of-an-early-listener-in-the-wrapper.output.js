let options = { word: 'none' };
const optionsLoaded = (async () => {
  chrome.tabs.onCreated.addListener(async () => {
    await optionsLoaded;
    show();
  });
  await load();
  async function load() {
    options = await chrome.storage.local.get({ word: 'stored' });
  }
  function show() {
    console.log(options.word);
  }
})().catch(console.error);
