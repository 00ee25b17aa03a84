const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  bg.enabled = false;
  window.close();
};
