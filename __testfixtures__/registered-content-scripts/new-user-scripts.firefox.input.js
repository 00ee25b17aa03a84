browser.runtime.onMessage.addListener(async ({ code, matches }) => {
  await browser.userScripts.configureWorld({ messaging: true });
  await browser.userScripts.register([{ id: "a", js: [{ code }], matches }]);
});
