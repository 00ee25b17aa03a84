document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  chrome.storage.sync.set({ changed: Date.now() });
});
