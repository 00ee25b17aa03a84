document.getElementById('go').onclick = function () {
  var page = browser.extension.getBackgroundPage();
  page.start(event.target.id);
};

document.getElementById('more').addEventListener('click', (e) => {
  const page = browser.extension.getBackgroundPage();
  const { currentTarget } = e;
  page.start(currentTarget.id);
});

document.getElementById('all').addEventListener('click', () => {
  const page = browser.extension.getBackgroundPage();
  const link = document.createElement('a');
  link.href = page.address;
  link.dispatchEvent(new MouseEvent('click'));
});

window.addEventListener('blur', () => {
  browser.extension.getBackgroundPage().start(document.getElementById('text').value);
});
