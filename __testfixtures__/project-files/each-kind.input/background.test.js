const chrome = require('sinon-chrome');

it('starts', async () => {
  const target = await browser.waitForTarget((one) => one.type() === 'background_page');
  expect(target).toBeDefined();
});
