const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = (event) => {
  bg.setMode('dark');
  chrome.storage.local.get('mode', console.log);
  event.preventDefault();
};
