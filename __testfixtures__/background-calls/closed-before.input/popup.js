const bg = chrome.extension.getBackgroundPage();
const leave = () => window.close();
document.getElementById('button').onclick = () => {
  leave();
  bg.setMode('dark');
};
