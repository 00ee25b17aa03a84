const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').addEventListener('click', function (event) {
  bg.setMode(/* the default */ 'dark');
  bg.setMode('light');
});
