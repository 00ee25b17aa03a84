document.addEventListener('click', () => {
  const page = browser.extension.getBackgroundPage();
  page.list.forEach((entry) => page.start(entry));
  setTimeout(() => page.stop(), 1000);
});
