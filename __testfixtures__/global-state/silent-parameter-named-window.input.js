chrome.windows.onCreated.addListener((window) => {
  window.seen = true;
  console.log(window.seen);
});
