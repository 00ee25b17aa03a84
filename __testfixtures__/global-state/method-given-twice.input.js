const app = { count: 0 };
app.add = function () {
  this.count++;
};
app.add = function (step) {
  this.count += step;
};

chrome.tabs.onCreated.addListener(() => app.add(2));
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(app.count);
});
