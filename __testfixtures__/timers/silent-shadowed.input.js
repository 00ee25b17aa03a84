chrome.tabs.onCreated.addListener(() => {
  const setTimeout = (callback) => callback();
  setTimeout(() => {}, 1e6);
});
