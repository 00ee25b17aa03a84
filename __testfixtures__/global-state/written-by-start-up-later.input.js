let n = 5;
chrome.storage.local.get('n', (items) => {
  console.log('loaded');
  n = 0;
});
chrome.tabs.onCreated.addListener(() => {
  n++;
  console.log(n);
});
