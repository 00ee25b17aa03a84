const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  bg.setMode('dark');
  bg.count(1);
  bg.setMode('light');
  bg.count(2);
};
