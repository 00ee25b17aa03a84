window.addEventListener('online', sync);

function sync() {
  fetch('https://example.com/notes');
}
