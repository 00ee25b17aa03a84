chrome.tabs.query({ currentWindow: true }, (tabs) => console.log(tabs.length));
