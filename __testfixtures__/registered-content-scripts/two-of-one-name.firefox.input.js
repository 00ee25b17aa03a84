const matches = ["*://*.example.org/*"];

browser.contentScripts.register({ matches, js: [{ file: "/one/content.js" }] });
browser.contentScripts.register({ matches: ["*://*.example.com/*"], js: [{ file: "/two/content.js" }], cookieStoreId: "firefox-private" });
