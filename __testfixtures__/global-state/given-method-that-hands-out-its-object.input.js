const others = [];
const app = { count: 0 };
app.share = function () {
  others.push(this);
};
app.add = function () {
  this.count++;
};

chrome.tabs.onCreated.addListener(() => app.add());
chrome.tabs.onRemoved.addListener(() => app.share());
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(app.count + others.length);
});
