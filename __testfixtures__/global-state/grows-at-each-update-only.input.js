const versions = [];
chrome.runtime.onInstalled.addListener(({ reason }) => {
  versions.push(reason);
});
chrome.browserAction.onClicked.addListener(() => console.log(versions));
