const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  const { width, names } = bg.getSizes();
  document.title = `${width} ${names.length}`;
};
