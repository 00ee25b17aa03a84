let server = 'http://localhost:8080';

document.querySelector('input').addEventListener('change', ({ target }) => {
  server = target.value;
  fetch(`${server}/list`);
});
new XMLHttpRequest().open('GET', 'https://example.com/');
window.open('http://example.com/');
