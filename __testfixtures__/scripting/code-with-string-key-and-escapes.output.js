chrome.browserAction.onClicked.addListener(function (tab) {
  chrome.scripting.executeScript({
    target: {tabId: tab.id},
    func: function () {
      console.log('it\'s', "a\tb", /\d+\//.test("1/")); // done
    }
  });
  chrome.scripting.executeScript({
    target: {tabId: tab.id},
    func: function () {
      /* nothing */
    }
  });
});
