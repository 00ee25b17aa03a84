let n = 0;
chrome.tabs.onCreated.addListener(() => {
  n++;
  console.log(n);
});
chrome.storage.onChanged.addListener((changes) => {
  if (changes.options) console.log(changes.options.newValue);
});
