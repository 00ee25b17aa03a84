document.addEventListener('click', async () => {
  if (await browser.runtime.getBackgroundPage()) document.title = 'awake';
  if (browser.extension.getBackgroundPage) document.title = 'known';
  browser.extension.getBackgroundPage()?.start();
});
document.addEventListener('keyup', async () => {
  if (browser.extension.getBackgroundPage) (await browser.runtime.getBackgroundPage()).start();
});
document.addEventListener('keypress', () => {
  if (browser.extension.getBackgroundPage() === null) document.title = 'private';
});
document.addEventListener('focus', () => {
  if (browser.extension.getBackgroundPage() !== window) document.title = 'a page';
});
document.addEventListener('blur', () => {
  document.title = browser.extension?.getBackgroundPage?.().title;
});
