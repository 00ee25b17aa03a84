chrome.tabs.onUpdated.addListener((tabId) => {
  chrome.scripting.executeScript({
    target: { tabId },
    files: ['/content.js']
  }, (result) => {
    if (chrome.runtime.lastError) {
      console.log(`Failed: ${result?.map(({ result }) => result)}`);
    } else {
      console.log(`Done: ${result.map(({ result }) => result)}`);
    }
  });
  chrome.scripting.executeScript({
    target: { tabId },
    files: ['/other.js']
  }, (result) => {
    if (!chrome.runtime.lastError) console.log('Done', result.map(({ result }) => result));
    else console.log('Failed', result?.map(({ result }) => result));
  });
});
