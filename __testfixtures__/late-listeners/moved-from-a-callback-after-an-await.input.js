async function main() {
  await chrome.storage.local.get('first');
  chrome.storage.local.get('second', () => {
    chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
  });
}

main();
