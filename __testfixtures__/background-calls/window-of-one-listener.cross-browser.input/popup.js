document.addEventListener('click', (e) => {
  if (!e.target.classList.contains('choice')) return;

  let chosen = e.target.textContent;
  let bg = browser.extension.getBackgroundPage();
  bg.setMode(chosen);
});
