document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
});
document.querySelector('#reset').addEventListener('click', () => chrome.storage.local.clear());
