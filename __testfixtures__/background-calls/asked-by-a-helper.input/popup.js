const bg = chrome.extension.getBackgroundPage();
function ask() {
  chrome.permissions.request({ permissions: ['tabs'] });
}
document.getElementById('button').addEventListener('click', function (event) {
  if (bg.isOn()) ask();
});
