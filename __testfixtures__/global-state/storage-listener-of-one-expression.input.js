let n = 0;
chrome.tabs.onCreated.addListener(() => {
  n++;
  console.log(n);
});
chrome.storage.onChanged.addListener(changes => console.log('changed', Object.keys(changes).length));
