chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => {
  document.title = tab.title;
  document.querySelector('button').addEventListener('click', () => {
    chrome.tabs.executeScript({ file: '/content.js' });
  });
});
