window.addEventListener('pagehide', () => chrome.storage.local.set({ closed: Date.now() }));
