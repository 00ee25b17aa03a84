document.querySelector('#mode').addEventListener('change', (event) => {
  while (localStorage.mode = event.target.value) event.target.value = event.target.value.slice(1);
});
