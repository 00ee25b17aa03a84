let page = browser.extension.getBackgroundPage();

document.querySelector('form').addEventListener('submit', function (e) {
  // Starts it.
  page.start(document.querySelector('input').value);
  e.preventDefault();
  e.stopPropagation();
});

document.querySelector('#go').addEventListener('click', (event) => {
  browser.extension.getBackgroundPage().start();
  if (event.target.disabled) return;
  event.preventDefault();
});
