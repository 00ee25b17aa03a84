document.addEventListener('click', async (e) => {
  if (!e.target.classList.contains('choice')) {
    return;
  }

  const chosen = e.target.textContent;
  const page = await browser.runtime.getBackgroundPage();
  page.start(chosen);
});
