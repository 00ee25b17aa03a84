function onUpdated(id) {
  console.log(id);
}
chrome.tabs.onUpdated.addListener(onUpdated);

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'pause') chrome.tabs.onUpdated.removeListener(onUpdated);
  if (message === 'resume') chrome.tabs.onUpdated.addListener(onUpdated);
});
