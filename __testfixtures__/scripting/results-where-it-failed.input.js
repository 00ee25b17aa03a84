chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.tabs.executeScript(tabId, { file: '/content.js' }, (result) => {
    if (chrome.runtime.lastError) {
      console.log(`Failed: ${result}`);
    } else {
      console.log(`Done: ${result}`);
    }
  });
  chrome.tabs.executeScript(tabId, { file: '/other.js' }, (result) => {
    if (!chrome.runtime.lastError) console.log('Done', result);
    else console.log('Failed', result);
  });
});
