chrome.tabs.onUpdated.addListener(function(tabId, info) {
  if (info.status !== 'loading') return;
  chrome.tabs.executeScript(tabId, { file: 'early.js', allFrames: true, matchAboutBlank: true, runAt: 'document_start' }, function() {
    console.log('done');
  });
});
