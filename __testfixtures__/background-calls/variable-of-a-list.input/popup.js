const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  document.title = bg.tabs;
};
