browser.contentScripts.register({
  matches: ["https://example.com/*"],
  js: [{ file: "/content.js" }],
  runAt: "document_start",
});
