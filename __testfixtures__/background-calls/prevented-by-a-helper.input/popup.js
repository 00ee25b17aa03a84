const bg = chrome.extension.getBackgroundPage();
function stop(event) {
  event.preventDefault();
}
document.getElementById('button').addEventListener('click', function (event) {
  if (bg.isOn()) stop(event);
});
