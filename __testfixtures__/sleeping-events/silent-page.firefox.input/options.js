window.addEventListener('online', () => document.body.classList.remove('offline'));
new BroadcastChannel('notes').onmessage = console.log;
