document.getElementById('button').onclick = async () => {
  const page = await browser.runtime.getBackgroundPage();
  page.setMode('dark');
};
