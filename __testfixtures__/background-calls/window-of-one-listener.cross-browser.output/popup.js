document.addEventListener('click', (e) => {
  if (!e.target.classList.contains('choice')) return;

  let chosen = e.target.textContent;
  browser.runtime.sendMessage({
    type: 'background/setMode',
    args: { mode: chosen }
  });
});
