(function (exports) {
  exports.last = '';
  exports.count = 0;
  chrome.tabs.onActivated.addListener(({ tabId }) => {
    exports.last = tabId;
    exports.count++;
  });
  chrome.action.onClicked.addListener(() => {
    console.log(exports.last, exports.count);
  });
})(this);
