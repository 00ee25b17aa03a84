browser.userScripts.onBeforeScript.addListener((script) => {
  script.defineGlobals({ log: console.log });
});

browser.runtime.onMessage.addListener(async ({ code, matches }) => {
  await browser.userScripts.register({ js: [{ code }], matches, scriptMetadata: { name: "x" } });
});
