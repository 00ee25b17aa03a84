let clicks = 0;

chrome.tabs.onCreated.addListener(() => {
  clicks += 1;
  document.title = String(clicks);
});
