chrome.tabs.query({ active: true, currentWindow: true }, function(tabs) {
  chrome.tabs.executeScript(null, { file: 'content.js' });
});

chrome.tabs.getSelected(null, function(tab) {
  chrome.tabs.insertCSS(null, { file: 'content.css' });
});

async function mark() {
  const [current] = await chrome.tabs.query({ active: true, currentWindow: true });
  chrome.tabs.executeScript({ file: 'mark.js' });
}
