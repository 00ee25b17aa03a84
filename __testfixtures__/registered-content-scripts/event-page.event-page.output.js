async function start() {
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: ["dark"] });
  if (!registered) await browser.scripting.registerContentScripts([{
    id: "dark",
    matches: ["<all_urls>"],
    css: ["/dark.css"],
    js: ["/a.js", "/b.js"],
    allFrames: true,
    persistAcrossSessions: false
  }]);
}

start().catch(console.error);
