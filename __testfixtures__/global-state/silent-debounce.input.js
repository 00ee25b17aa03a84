let timer;

chrome.tabs.onUpdated.addListener(() => {
  clearTimeout(timer);
  timer = setTimeout(() => console.log('quiet'), 300);
});
