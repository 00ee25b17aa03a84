function onUpdated(id) {
  console.log(id);
}
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'on') chrome.tabs.onUpdated.addListener(onUpdated);
  else chrome.tabs.onUpdated.removeListener(onUpdated);
});
