document.querySelector('form').addEventListener('submit', async function (e) {
  e.preventDefault();
  e.stopPropagation();
  const page = await browser.runtime.getBackgroundPage();
  // Starts it.
  page.start(document.querySelector('input').value);
});

document.querySelector('#go').addEventListener('click', (event) => {
  browser.extension.getBackgroundPage().start();
  if (event.target.disabled) return;
  event.preventDefault();
});
