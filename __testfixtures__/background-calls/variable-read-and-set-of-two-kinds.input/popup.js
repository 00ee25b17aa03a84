const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  bg.mode = 'dark';
  document.title = bg.mode;
};
