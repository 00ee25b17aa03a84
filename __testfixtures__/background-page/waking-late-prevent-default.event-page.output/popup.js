document.querySelector('form').addEventListener('submit', async (event) => {
  event.preventDefault();
  (await browser.runtime.getBackgroundPage()).start(document.querySelector('input').value);
});

document.body.addEventListener('click', function (event) {
  const page = browser.extension.getBackgroundPage();
  page.start(event.currentTarget.id);
});
