document.querySelector('#limit').addEventListener('change', (event) => {
  localStorage.limit = event.target.value;
});
