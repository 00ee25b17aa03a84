const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  bg.count += 1;
  bg.count++;
};
