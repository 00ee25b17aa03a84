document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
  document.body.hidden = chrome.extension.getBackgroundPage().isDark();
});
