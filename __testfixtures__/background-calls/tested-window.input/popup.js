const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  if (bg) bg.setMode('dark');
};
