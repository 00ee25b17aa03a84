let a = [];
let b = [];
chrome.tabs.onCreated.addListener((tab) => {
  b = a;
  a.push(tab.id);
});
chrome.action.onClicked.addListener(() => console.log(a, b));
