chrome.browserAction.onClicked.addListener(() => {
  localStorage.cleared = Date.now();
  chrome.browsingData.remove({ since: 0 }, { localStorage: true });
});
chrome.tabs.onCreated.addListener(() => console.log(localStorage.cleared));
