const port = chrome.runtime.connect();
setInterval(() => chrome.runtime.sendMessage({ type: 'keepAlive' }), 10000);
setInterval(() => port.postMessage('ping'), 15000);
