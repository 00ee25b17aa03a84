chrome.runtime.connect({ name: 'options' }).onMessage.addListener(console.log);
