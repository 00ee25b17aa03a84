const bg = chrome.extension.getBackgroundPage();
document.addEventListener('DOMContentLoaded', () => {
  document.getElementById('button').textContent = bg.count;
});
