let options = { word: 'none' };
const pause = () => new Promise((resolve) => setTimeout(resolve, 0));
async function load() {
  options = await chrome.storage.local.get({ word: 'stored' });
}
function listen() {
  chrome.tabs.onCreated.addListener((tab) => console.log(options.word, tab.id));
}
async function main() {
  await Promise.race([load(), pause()]);
  listen();
}
main();
