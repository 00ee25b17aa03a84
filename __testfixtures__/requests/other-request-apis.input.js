chrome.webRequest.onBeforeRequest.addListener(() => {}, { urls: ["https://example.com/*"] });
chrome.devtools?.network.onRequestFinished.addListener(() => {});
chrome.declarativeWebRequest.onRequest.getRules(() => {});
