const background = chrome.extension.getBackgroundPage();
const button = document.getElementById('toggle');

button.textContent = background.enabled ? 'on' : 'off';
button.onclick = () => {
  background.toggle();
  button.textContent = background.enabled ? 'on' : 'off';
};
