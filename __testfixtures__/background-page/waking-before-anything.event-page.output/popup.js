const list = document.querySelector('ul');

async function render() {
  const backgroundPage = await browser.runtime.getBackgroundPage();
  list.innerHTML = '';
  var log = backgroundPage.log;
  for (const entry of log) list.append(entry);
}

document.addEventListener('DOMContentLoaded', function () {
  render();
  window.setInterval(render, 1000);
});
