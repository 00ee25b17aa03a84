chrome.tabs.onCreated.addListener(() => {
  countOpened();
});
chrome.tabs.onRemoved.addListener(() => {
  console.log(opened);
});
chrome.offscreen?.createDocument({ url: 'popup.html', reasons: ['DOM_PARSER'], justification: 'parse' });
