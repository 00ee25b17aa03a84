const list = document.querySelector('ul');

function render() {
  list.innerHTML = '';
  var log = chrome.extension.getBackgroundPage().log;
  for (const entry of log) list.append(entry);
}

document.addEventListener('DOMContentLoaded', function () {
  render();
  window.setInterval(render, 1000);
});
