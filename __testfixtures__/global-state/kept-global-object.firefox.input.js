const root = window;
root.seen = 0;

(function () {
  this.closed = 0;
  chrome.tabs.onRemoved.addListener(() => {
    this.closed++;
    root.seen++;
  });
}).call(window);

chrome.browserAction.onClicked.addListener(() => console.log(root.seen, window.closed));
