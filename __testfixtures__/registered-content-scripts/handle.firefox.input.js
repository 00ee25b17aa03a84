let registered = null;

browser.browserAction.onClicked.addListener(async () => {
  if (registered) {
    await registered.unregister();
    registered = null;
  } else {
    registered = await browser.contentScripts.register({ matches: ["<all_urls>"], js: [{ file: "/a.js" }] });
  }
});

browser.contentScripts.register({ matches: ["*://a.example/*"], js: [{ file: "/b.js" }] }).then((script) => script.unregister());
