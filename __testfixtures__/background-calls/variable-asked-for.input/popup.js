const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  if (bg && bg.count) document.title = 'some';
};
