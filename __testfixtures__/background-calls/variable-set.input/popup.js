const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  bg.enabled = false;
  bg.name = document.getElementById('field').value;
};
