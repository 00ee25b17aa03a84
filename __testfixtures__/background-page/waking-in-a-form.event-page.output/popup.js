document.querySelector('form').addEventListener('submit', function () {
  browser.extension.getBackgroundPage().start();
});

$('#go').click(function () {
  browser.extension.getBackgroundPage().start();
});

document.querySelector('#plain').addEventListener('click', async function () {
  (await browser.runtime.getBackgroundPage()).start();
});

document.body.addEventListener('dblclick', function (e) {
  this.value = browser.extension.getBackgroundPage().count;
});
