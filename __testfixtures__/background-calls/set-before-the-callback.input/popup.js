let mode = 'dark';
document.getElementById('button').addEventListener('click', function (event) {
  chrome.runtime.getBackgroundPage((page) => page.setMode(mode));
  mode = 'light';
});
