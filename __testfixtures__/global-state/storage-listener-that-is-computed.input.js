let n = 0;
chrome.tabs.onCreated.addListener(() => {
  n++;
  console.log(n);
});
const watch = (report) => report;
chrome.storage.onChanged.addListener(watch(console.log));
