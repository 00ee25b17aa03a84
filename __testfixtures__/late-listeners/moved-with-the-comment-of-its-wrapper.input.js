// Tell of each load.
chrome.runtime.onInstalled.addListener(() => {
  chrome.tabs.onUpdated.addListener(report);
});

const report = (id) => {
  console.log(id);
};
