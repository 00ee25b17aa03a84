document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  document.querySelector('img').src = 'https://example.com/a.png';
});
