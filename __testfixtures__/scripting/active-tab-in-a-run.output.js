chrome.runtime.onMessage.addListener((message) => {
  if (message !== 'start') return;
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
    chrome.scripting.insertCSS({
      target: { tabId: tab.id },
      files: ['content.css']
    });
    chrome.scripting.executeScript({
      target: { tabId: tab.id },
      files: ['content.js']
    }, () => {
      chrome.scripting.executeScript({
        target: { tabId: tab.id },
        files: ['start.js']
      });
    });
  });
  console.log('started');
});
