let last;

chrome.tabs.onCreated.addListener((tab) => {
  tab.made = new Date();
  last = tab.made;
});

chrome.tabs.onRemoved.addListener(() => {
  console.log(last.getTime());
});
