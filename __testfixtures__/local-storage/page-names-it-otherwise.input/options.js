const store = localStorage;
document.querySelector('#mode').addEventListener('change', (event) => {
  store.mode = event.target.value;
});
