let options = { word: 'none' };
(async () => {
  chrome.tabs.onCreated.addListener(() => show());
  await load();
  async function load() {
    options = await chrome.storage.local.get({ word: 'stored' });
  }
  function show() {
    console.log(options.word);
  }
})();
