let last = null;
chrome.tabs.onUpdated.addListener((id, info, tab) => {
  if (last === tab) console.log('same');
  last = tab;
});
