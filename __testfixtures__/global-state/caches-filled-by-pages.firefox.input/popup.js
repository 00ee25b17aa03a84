document.getElementById('pause').addEventListener('click', async () => {
  const background = await browser.runtime.getBackgroundPage();
  background.pick(document.forms.length);
  background.openedAt();
  background.serve();
  document.title = background.widthOfPage();
});
