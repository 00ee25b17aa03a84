document.querySelector('#go').addEventListener('click', async () => {
  const backgroundPage = await browser.runtime.getBackgroundPage();
  document.body.append('loading');
  const ports = backgroundPage.ports;
  document.body.append('loaded');
  document.title = backgroundPage.count + ports.length;
});
