var counter = { count: 5, add() { this.count += 2; } };

chrome.tabs.onActivated.addListener(() => counter.add());

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(counter.count);
});
