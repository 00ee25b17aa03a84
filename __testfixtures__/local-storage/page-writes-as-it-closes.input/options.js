window.addEventListener('beforeunload', () => {
  localStorage.mode = document.querySelector('#mode').value;
});
