document.querySelector('#go').addEventListener('click', () => {
  const { count } = browser.extension.getBackgroundPage();
  document.title = count + browser.extension.getBackgroundPage().count;
});
