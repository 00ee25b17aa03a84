let n = 0;
chrome.tabs.onCreated.addListener(() => {
  n++;
  console.log(n);
});
chrome.storage.onChanged.addListener(function () {
  console.log('changed', arguments.length);
});
