chrome.browserAction.onClicked.addListener(function (tab) {
  chrome.tabs.executeScript(tab.id, {"code": "console.log('it\\'s', \"a\\tb\", /\\d+\\//.test('1/')); // done"});
  chrome.tabs.executeScript(tab.id, {"code": '/* nothing */'});
});
