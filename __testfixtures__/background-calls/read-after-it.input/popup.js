const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').onclick = () => {
  bg.setMode('dark');
  chrome.storage.local.get('mode', ({ mode }) => {
    document.title = mode;
  });
};
