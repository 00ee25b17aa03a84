let until;

chrome.action.onClicked.addListener(() => {
  until = new Date();
  until.setHours(23, 59, 59, 0);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(until !== undefined && until > new Date());
});
