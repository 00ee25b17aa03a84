let clicks = 0;

document.querySelector('#go').addEventListener('click', () => {
  const before = clicks;
  const page = browser.extension.getBackgroundPage();
  clicks = before + page.count;
});
