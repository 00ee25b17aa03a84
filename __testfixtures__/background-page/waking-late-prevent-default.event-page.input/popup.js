document.querySelector('form').addEventListener('submit', (event) => {
  browser.extension.getBackgroundPage().start(document.querySelector('input').value);
  event.preventDefault();
});

document.body.addEventListener('click', function (event) {
  const page = browser.extension.getBackgroundPage();
  page.start(event.currentTarget.id);
});
