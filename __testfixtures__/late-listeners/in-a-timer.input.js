setTimeout(() => {
  chrome.tabs.onCreated.addListener(() => {});
}, 100);
