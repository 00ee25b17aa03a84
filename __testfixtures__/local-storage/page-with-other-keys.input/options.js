document.querySelector('#tab').addEventListener('click', (event) => {
  localStorage.lastTab = event.target.value;
});
