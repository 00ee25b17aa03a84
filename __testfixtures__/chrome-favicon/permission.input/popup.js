chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
  document.querySelector("img").src = "chrome://favicon/size/16@1x/" + tab.url;
});
