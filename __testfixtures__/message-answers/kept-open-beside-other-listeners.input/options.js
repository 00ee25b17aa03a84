chrome.runtime.sendMessage({ action: 'store', value: 1 });
