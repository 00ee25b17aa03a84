document.addEventListener('click', async () => {
  const page = await browser.runtime.getBackgroundPage();
  page.list.forEach((entry) => page.start(entry));
  setTimeout(async () => (await browser.runtime.getBackgroundPage()).stop(), 1000);
});
