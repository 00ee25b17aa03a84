let quiet;

chrome.storage.onChanged.addListener((changes) => {
  quiet = changes.active;
});

chrome.tabs.onRemoved.addListener(() => {
  console.log(quiet);
});
