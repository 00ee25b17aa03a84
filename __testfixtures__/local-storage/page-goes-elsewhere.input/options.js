document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  location.assign(`https://example.com/${event.target.value}`);
});
