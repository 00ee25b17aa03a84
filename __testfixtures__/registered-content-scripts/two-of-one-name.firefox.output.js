const matches = ["*://*.example.org/*"];

browser.scripting.getRegisteredContentScripts({ ids: ["content"] })
  .then(([registered]) => registered ?? browser.scripting.registerContentScripts([{
    id: "content",
    matches,
    js: ["/one/content.js"],
    persistAcrossSessions: false
  }]));
browser.scripting.getRegisteredContentScripts({ ids: ["content-2"] })
  .then(([registered]) => registered ?? browser.scripting.registerContentScripts([{
    id: "content-2",
    matches: ["*://*.example.com/*"],
    js: ["/two/content.js"],
    cookieStoreId: "firefox-private",
    persistAcrossSessions: false
  }]));
