document.querySelector('#go').addEventListener('click', async () => {
  const page = await browser.runtime.getBackgroundPage();
  document.querySelector('#again').addEventListener('click', async () => (await browser.runtime.getBackgroundPage()).start());
  window.onkeydown = async function () {
    const page = await browser.runtime.getBackgroundPage();
    document.title = page.count;
  };
});
