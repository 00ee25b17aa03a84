async function show() {
  document.title = await chrome.runtime.sendMessage({
    type: 'background/isOn'
  }) ? 'on' : 'off';
}
document.addEventListener('DOMContentLoaded', show);
