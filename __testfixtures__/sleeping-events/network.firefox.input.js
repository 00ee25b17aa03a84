window.ononline = () => fetch('https://example.com/notes');
addEventListener('offline', () => console.log('offline'));
