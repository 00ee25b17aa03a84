it('starts', async () => {
  const target = await browser.waitForTarget((one) => one.type() === 'service_worker');
  expect(target.url()).not.toContain('background_page.html');
});
