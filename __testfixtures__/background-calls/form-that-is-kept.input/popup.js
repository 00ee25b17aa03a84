const bg = chrome.extension.getBackgroundPage();
document.querySelector('form').addEventListener('submit', (event) => {
  event.preventDefault();
  bg.setMode('dark');
});
