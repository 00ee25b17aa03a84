function current() {
  return browser.extension.getBackgroundPage().count;
}

function isRunning() {
  const page = browser.extension.getBackgroundPage();
  if (!page.running) return false;
  return true;
}

document.addEventListener('click', () => {
  document.title = isRunning() ? current() : 'off';
});
