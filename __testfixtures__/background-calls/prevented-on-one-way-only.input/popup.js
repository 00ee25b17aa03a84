document.getElementById('link').addEventListener('click', (event) => {
  chrome.extension.getBackgroundPage().switchOff();
  if (event.altKey) {
    console.log('stays');
    event.preventDefault();
  }
});
document.getElementById('other').addEventListener('click', (event) => {
  if (!event.altKey) return;
  event.preventDefault();
  chrome.extension.getBackgroundPage().switchOff();
});
