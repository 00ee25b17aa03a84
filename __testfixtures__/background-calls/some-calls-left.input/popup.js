const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  bg.setMode('dark');
  bg.list.push(1);
};
