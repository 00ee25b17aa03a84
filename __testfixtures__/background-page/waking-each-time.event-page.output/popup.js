document.querySelector('#go').addEventListener('click', async function (e) {
  e.preventDefault();
  const backgroundPage = await browser.runtime.getBackgroundPage();
  backgroundPage.start(document.querySelector('input').value);
});

document.querySelector('#stop').addEventListener('click', async () => (await browser.runtime.getBackgroundPage()).stop());

document.addEventListener('keydown', async (event) => {
  if (event.key === 'Enter') {
    const backgroundPage = await browser.runtime.getBackgroundPage();
    // From the keyboard.
    backgroundPage.count++;
    backgroundPage.start();
  } else if (event.key === 'Escape') {
    window.close();
  }
});
