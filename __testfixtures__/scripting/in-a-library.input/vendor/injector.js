var Injector = {
  run: function (file) {
    chrome.tabs.executeScript({ file: file }, function () {
      chrome.tabs.executeScript({ file: 'after.js' });
    });
  }
};
