const chrome = window.browser || window.chrome;
document.title = chrome.i18n.getMessage('title');
document.querySelector('#mode').addEventListener('change', (event) => {
  localStorage.mode = event.target.value;
});
