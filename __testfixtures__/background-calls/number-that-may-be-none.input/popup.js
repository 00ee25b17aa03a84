const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  bg.setMode(parseInt(document.getElementById('field').value));
};
