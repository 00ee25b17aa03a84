async function watch() {
  await chrome.storage.local.get('on');
  chrome.tabs.onCreated.addListener((tab) => console.log(tab.id));
}
watch();
chrome.runtime.onStartup.addListener(watch);
