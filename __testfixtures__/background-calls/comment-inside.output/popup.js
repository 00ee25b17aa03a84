const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').addEventListener('click', function (event) {
  bg.setMode(/* the default */ 'dark');
  chrome.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: 'light' }
  });
});
