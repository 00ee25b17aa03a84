chrome.runtime.onMessage.addListener((message) => {
  if (message !== 'start') return;
  chrome.tabs.insertCSS({ file: 'content.css' });
  chrome.tabs.executeScript(null, { file: 'content.js' }, () => {
    chrome.tabs.executeScript(null, { file: 'start.js' });
  });
  console.log('started');
});
