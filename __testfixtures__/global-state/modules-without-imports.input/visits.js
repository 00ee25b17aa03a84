let count = 0;

chrome.tabs.onUpdated.addListener(() => {
  count++;
  chrome.tabs.query({ active: true }, () => console.log(count));
});
