const bg = chrome.extension.getBackgroundPage();
bg.setMode('dark');
chrome.storage.local.get('mode', ({ mode }) => {
  document.title = mode;
});
