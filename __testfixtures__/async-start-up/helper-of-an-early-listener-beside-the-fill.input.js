let options = { word: 'none' };
async function init() {
  chrome.tabs.onCreated.addListener(() => show());
  options = await chrome.storage.local.get({ word: 'stored' });
  function show() {
    console.log(options.word);
  }
}
init();
