document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  chrome.runtime.reload();
});
