document.querySelector('webview').executeScript({ code: 'document.title' });

// chrome.tabs.executeScript(null, { file: 'b.js' });
console.log('chrome.tabs.executeScript is gone');

function load(tabs) {
  tabs.executeScript(1, { file: 'b.js' });
}

load(new Tabs());
