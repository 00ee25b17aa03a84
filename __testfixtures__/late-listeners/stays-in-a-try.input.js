async function main() {
  try {
    await chrome.storage.local.get('rules');
    chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
  } catch (error) {
    console.error(error);
  }
}
main();
