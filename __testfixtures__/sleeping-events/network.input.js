self.addEventListener('online', sync);
addEventListener('offline', () => console.log('offline'));
window.addEventListener('online', sync);
window.ononline = sync;

function sync() {
  fetch('https://example.com/notes');
}
