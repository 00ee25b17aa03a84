async function start() {
  await browser.contentScripts.register({
    matches: ["<all_urls>"], css: [{ file: "/dark.css" }], js: [{ file: "/a.js" }, { file: "/b.js" }], allFrames: true, matchAboutBlank: false
  });
}

start().catch(console.error);
