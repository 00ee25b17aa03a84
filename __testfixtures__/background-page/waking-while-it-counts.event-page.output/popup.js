let clicks = 0;

document.querySelector('#go').addEventListener('click', async () => {
  const backgroundPage = await browser.runtime.getBackgroundPage();
  const before = clicks;
  const page = backgroundPage;
  clicks = before + page.count;
});
