setInterval(() => chrome.runtime.sendMessage({ type: 'position', y: scrollY }), 1000);
addEventListener('unload', () => chrome.runtime.sendMessage({ type: 'left' }));
