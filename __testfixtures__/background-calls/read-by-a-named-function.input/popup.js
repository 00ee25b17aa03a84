function load() {
  chrome.storage.local.get('mode', ({ mode }) => { document.title = mode; });
}
const bg = chrome.extension.getBackgroundPage();
document.getElementById('button').addEventListener('click', function (event) {
  bg.setMode('dark');
  setTimeout(load, 10);
});
