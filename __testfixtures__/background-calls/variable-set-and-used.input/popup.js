const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  const now = (bg.count = 1);
  console.log(now);
};
