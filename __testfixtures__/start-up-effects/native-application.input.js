const port = chrome.runtime.connectNative('com.example.host');
port.postMessage('hello');
