var title;
document.getElementById('button').addEventListener('click', () => {
  title = chrome.extension.getBackgroundPage().isOn() ? 'on' : 'off';
});
document.getElementById('field').addEventListener('change', () => {
  document.getElementById('button').click();
  document.title = title;
});
