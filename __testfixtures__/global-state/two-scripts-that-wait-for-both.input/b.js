let closed = 0;
chrome.tabs.onRemoved.addListener((id) => {
  closed++;
  console.log('closed', closed);
});
