async function main() {
  await chrome.storage.local.get('first');
  chrome.storage.local.get('second', () => {});
}

main();
chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
