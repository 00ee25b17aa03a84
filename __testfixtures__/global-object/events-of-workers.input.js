window.onerror = (message) => console.log(message);
window.addEventListener('unhandledrejection', (event) => console.log(event.reason));
window.dispatchEvent(new CustomEvent('ready'));
