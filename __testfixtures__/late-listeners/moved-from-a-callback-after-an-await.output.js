async function main() {
  await chrome.storage.local.get('first');
}

main();
chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
