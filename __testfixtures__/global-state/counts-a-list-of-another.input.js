let closedTotal = 0;

chrome.action.onClicked.addListener(() => {
  let duplicates = [];
  duplicates = findDuplicates();
  closedTotal += duplicates.length;
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.type === 'stats') sendResponse(closedTotal);
});
