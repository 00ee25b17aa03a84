chrome.runtime.onMessage.addListener((message) => {
  if (message === 'reset') localStorage.removeItem('mode');
});
document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
});
