window.enabled = true;

chrome.browserAction.onClicked.addListener(() => {
  window.enabled = !window.enabled;
});
chrome.tabs.onCreated.addListener((tab) => {
  if (window.enabled) console.log(tab.id);
});
