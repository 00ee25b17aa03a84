if (browser.scripting) {
  browser.scripting.registerContentScripts([{ id: "a", matches: ["<all_urls>"], js: ["a.js"] }]);
} else {
  browser.contentScripts.register({ matches: ["<all_urls>"], js: [{ file: "a.js" }] });
}
