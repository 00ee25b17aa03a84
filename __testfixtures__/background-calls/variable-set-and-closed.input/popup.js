const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  bg.enabled = !bg.enabled;
  window.close();
};
