let n = 0;
chrome.tabs.onUpdated.addListener(() => {
  if (++n > 3) console.log('many');
});
