chrome.runtime.sendMessage({ type: 'hello' });
