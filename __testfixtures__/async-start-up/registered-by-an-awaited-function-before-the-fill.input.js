let options = { word: 'none' };
async function main() {
  await init();
}
async function init() {
  helper();
  options = await chrome.storage.local.get({ word: 'stored' });
}
function helper() {
  chrome.tabs.onCreated.addListener((tab) => console.log(options.word, tab.id));
}
main();
