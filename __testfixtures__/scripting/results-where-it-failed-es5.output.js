chrome.tabs.onUpdated.addListener(function (tabId) {
  chrome.scripting.executeScript({
    target: { tabId },
    files: ['/content.js']
  }, function (result) {
    if (chrome.runtime.lastError) {
      console.log('Failed', result && result.map(function (one) { return one.result; }));
      return;
    }
    console.log('Done', result.map(function (one) { return one.result; }));
  });
});
