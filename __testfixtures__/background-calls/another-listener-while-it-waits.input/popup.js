let on = false;
document.getElementById('button').addEventListener('click', () => {
  document.title = on ? 'was on' : 'was off';
  on = chrome.extension.getBackgroundPage().isOn();
});
document.getElementById('button').addEventListener('click', () => {
  document.body.className = on ? 'on' : 'off';
});
