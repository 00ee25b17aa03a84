let shown = 0;

document.querySelector('#go').addEventListener('click', () => {
  const page = browser.extension.getBackgroundPage();
  shown = page.count;
});

document.querySelector('#more').addEventListener('click', () => {
  document.title = shown;
});
