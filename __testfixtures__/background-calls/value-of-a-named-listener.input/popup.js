const bg = chrome.extension.getBackgroundPage();
function show() {
  document.title = bg.isOn() ? 'on' : 'off';
}
document.addEventListener('DOMContentLoaded', show);
