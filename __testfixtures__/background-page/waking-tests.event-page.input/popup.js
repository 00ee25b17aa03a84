document.addEventListener('click', () => {
  if (browser.extension.getBackgroundPage()) document.title = 'awake';
  if (browser.extension.getBackgroundPage) document.title = 'known';
  browser.extension.getBackgroundPage()?.start();
});
