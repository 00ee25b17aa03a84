chrome.tabs.onCreated.addListener(() => {
  console.log(getToken());
});
chrome.runtime.onMessage.addListener((message) => {
  console.log(message, getToken());
});
