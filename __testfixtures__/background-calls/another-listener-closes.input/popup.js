document.getElementById('button').addEventListener('click', () => {
  chrome.extension.getBackgroundPage().switchOff();
});
document.getElementById('button').addEventListener('click', () => window.close());
