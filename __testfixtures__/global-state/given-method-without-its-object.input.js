const app = { count: 0 };
app.add = function () {
  this.count++;
};

chrome.tabs.onCreated.addListener(app.add);
chrome.tabs.onRemoved.addListener(() => app.add());
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(app.count);
});
