chrome.tabs.onUpdated.addListener(function(tabId, info) {
  if (info.status !== 'loading') return;
  chrome.scripting.executeScript({
    target: { tabId, allFrames: true },
    files: ['early.js'],
    injectImmediately: true
  }, function() {
    console.log('done');
  });
});
