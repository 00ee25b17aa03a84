chrome.runtime.sendMessage('price', console.log);
