chrome.tabs.query({ active: true, currentWindow: true }, function(tabs) {
  chrome.scripting.executeScript({
    target: { tabId: tabs[0].id },
    files: ['content.js']
  });
});

chrome.tabs.getSelected(null, function(tab) {
  chrome.scripting.insertCSS({
    target: { tabId: tab.id },
    files: ['content.css']
  });
});

async function mark() {
  const [current] = await chrome.tabs.query({ active: true, currentWindow: true });
  chrome.scripting.executeScript({
    target: { tabId: current.id },
    files: ['mark.js']
  });
}
