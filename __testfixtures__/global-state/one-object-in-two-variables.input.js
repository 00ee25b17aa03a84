let last = null;
let first = null;
chrome.tabs.onCreated.addListener((tab) => {
  last = tab;
  first = first || tab;
  last.seen = true;
});
chrome.action.onClicked.addListener(() => console.log(last, first));
