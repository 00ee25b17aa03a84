const tokens = {};

chrome.webNavigation.onCompleted.addListener(async (details) => {
  const cookie = await chrome.cookies.get({ url: details.url, name: 'token' });
  tokens[details.tabId] = cookie && cookie.value;
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(tokens[message.tab]);
});
