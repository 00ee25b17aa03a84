document.addEventListener('DOMContentLoaded', () => {
  const page = browser.extension.getBackgroundPage();
  document.title = page.count;
  browser.runtime.onMessage.addListener((message) => console.log(message));
});
