var count = chrome.extension.getBackgroundPage().count;
document.title = count;

(function () {
  chrome.extension.getBackgroundPage().start();
})();
