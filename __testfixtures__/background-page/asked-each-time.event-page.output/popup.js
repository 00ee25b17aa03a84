document.querySelector('button').onclick = async () => {
  const page = await browser.runtime.getBackgroundPage();
  page.start();
  page?.refresh();
};
