document.addEventListener('click', (e) => {
  if (!e.target.classList.contains('choice')) {
    return;
  }

  const chosen = e.target.textContent;
  const page = browser.extension.getBackgroundPage();
  page.start(chosen);
});
