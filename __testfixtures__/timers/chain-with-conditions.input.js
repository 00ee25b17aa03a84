async function watch() {
  await chrome.storage.local.get('watched');
  setTimeout(watch, 60000);
}
watch();

function retry() {
  if (navigator.onLine) return;
  setTimeout(retry, 60000);
}
retry();

function again() {
  chrome.action.setBadgeText({ text: '!' });
  setTimeout(again, 60000);
}
chrome.tabs.onCreated.addListener(() => again());
