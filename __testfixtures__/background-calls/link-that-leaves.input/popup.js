const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').addEventListener('click', function (event) {
  bg.setMode('dark');
});
