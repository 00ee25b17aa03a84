chrome.runtime.sendMessage('changed');
