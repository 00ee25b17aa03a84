counter.add = function () {
  this.count++;
};

chrome.tabs.onActivated.addListener(() => counter.add());

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(counter.count);
});
