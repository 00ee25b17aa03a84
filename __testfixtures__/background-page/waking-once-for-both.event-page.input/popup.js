document.querySelector('#go').addEventListener('click', () => {
  document.body.append('loading');
  const ports = browser.extension.getBackgroundPage().ports;
  document.body.append('loaded');
  document.title = browser.extension.getBackgroundPage().count + ports.length;
});
