const background = chrome.extension.getBackgroundPage();
const field = document.getElementById('field');

document.getElementById('button').addEventListener('click', () => {
  background.setMode(field.value);
});

document.addEventListener('DOMContentLoaded', () => {
  field.value = background.getMode();
});
