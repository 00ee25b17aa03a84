const bg = chrome.extension.getBackgroundPage();
const list = { history: [] };
document.getElementById('button').onclick = () => {
  list.history.length = 0;
  bg.setMode('dark');
};
