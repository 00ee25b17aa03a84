chrome.runtime.onInstalled.addListener(() => {
  chrome.tabs.onupdated.addListener(console.log);
});
chrome.runtime.onstartup?.addListener(() => {});
chrome.runtime.oninstalled.addListener(() => chrome.tabs.create({}));
const { onmessage } = chrome.runtime;
console.log(onmessage);
