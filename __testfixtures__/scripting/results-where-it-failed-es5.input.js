chrome.tabs.onUpdated.addListener(function (tabId) {
  chrome.tabs.executeScript(tabId, { file: '/content.js' }, function (result) {
    if (chrome.runtime.lastError) {
      console.log('Failed', result);
      return;
    }
    console.log('Done', result);
  });
});
