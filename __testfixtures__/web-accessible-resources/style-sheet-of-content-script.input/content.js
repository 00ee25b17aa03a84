document.querySelector('img').src = chrome.runtime.getURL('logo.png');
