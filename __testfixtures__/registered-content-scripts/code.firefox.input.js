browser.runtime.onMessage.addListener(async ({ code, matches }) => {
  await browser.contentScripts.register({ matches: ["<all_urls>"], js: [{ code }] });
  browser.contentScripts.register({ matches: ["<all_urls>"], css: [{ code: "body { color: red }" }] });
});
