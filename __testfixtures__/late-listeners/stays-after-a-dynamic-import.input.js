async function main() {
  await import('./polyfill.js');
  chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
}
main();
