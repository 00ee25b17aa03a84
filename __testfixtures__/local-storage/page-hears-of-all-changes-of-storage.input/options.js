document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
});
chrome.storage.onChanged.addListener(() => document.body.append('changed'));
