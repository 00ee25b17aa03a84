document.querySelector('iframe').src = chrome.runtime.getURL('frame.html');
