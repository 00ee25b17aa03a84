const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = async () => {
  await bg.load('a');
};
