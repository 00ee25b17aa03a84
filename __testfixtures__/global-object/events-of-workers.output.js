self.onerror = (message) => console.log(message);
self.addEventListener('unhandledrejection', (event) => console.log(event.reason));
self.dispatchEvent(new CustomEvent('ready'));
