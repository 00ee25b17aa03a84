chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
  document.querySelector("img").src = chrome.runtime.getURL("/_favicon/?pageUrl=" + encodeURIComponent(tab.url) + "&size=16");
});
