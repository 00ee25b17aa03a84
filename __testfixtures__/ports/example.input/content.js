const port = chrome.runtime.connect({ name: 'page' });
port.onMessage.addListener((info) => console.log(info));
