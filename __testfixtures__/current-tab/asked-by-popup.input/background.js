chrome.runtime.onMessage.addListener(() => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => console.log(tab.url));
});
