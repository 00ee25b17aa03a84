let shown = 0;

document.querySelector('#go').addEventListener('click', async () => {
  const page = await browser.runtime.getBackgroundPage();
  shown = page.count;
});

document.querySelector('#more').addEventListener('click', () => {
  document.title = shown;
});
