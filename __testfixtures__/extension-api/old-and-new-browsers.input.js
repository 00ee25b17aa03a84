if (!chrome.runtime) {
  chrome.runtime = chrome.extension;
} else if (!chrome.runtime.onMessage) {
  chrome.runtime.onMessage = chrome.extension.onMessage;
}
const getURL = chrome.runtime.getURL || chrome.extension.getURL;
const place = chrome.runtime && chrome.runtime.connect ? "runtime" : "extension";
const url = chrome.runtime ? chrome.runtime.getURL("a") : chrome.extension.getURL("a");
console.log(getURL, place, url);
