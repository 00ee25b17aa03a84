addEventListener('message', () => chrome.runtime.sendMessage('changed'));
