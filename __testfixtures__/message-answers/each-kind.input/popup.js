chrome.runtime.sendMessage({ type: 'get', key: 'a' }, console.log);
