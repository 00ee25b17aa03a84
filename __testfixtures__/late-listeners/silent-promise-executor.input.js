const firstTab = new Promise((resolve) => {
  chrome.tabs.onCreated.addListener(resolve);
});
console.log(firstTab);
