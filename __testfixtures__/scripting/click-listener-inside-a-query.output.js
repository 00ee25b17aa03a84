chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
  document.title = tab.title;
  document.querySelector('button').addEventListener('click', () => {
    chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
      chrome.scripting.executeScript({
        target: { tabId: tab.id },
        files: ['/content.js']
      });
    });
  });
});
