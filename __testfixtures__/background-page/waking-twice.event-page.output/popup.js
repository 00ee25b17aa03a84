document.querySelector('#go').addEventListener('click', async () => {
  const { count } = await browser.runtime.getBackgroundPage();
  document.title = count + (await browser.runtime.getBackgroundPage()).count;
});
