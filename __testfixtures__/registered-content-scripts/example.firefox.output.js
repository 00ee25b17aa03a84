browser.scripting.getRegisteredContentScripts({ ids: ["content"] })
  .then(([registered]) => registered ?? browser.scripting.registerContentScripts([{
    id: "content",
    matches: ["https://example.com/*"],
    js: ["/content.js"],
    runAt: "document_start",
    persistAcrossSessions: false,
  }]));
