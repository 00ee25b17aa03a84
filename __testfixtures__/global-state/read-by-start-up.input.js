let n = 5;
chrome.action.setBadgeText({ text: String(n) });
chrome.tabs.onCreated.addListener(() => {
  n++;
  console.log(n);
});
