browser.runtime.onInstalled.addListener(() => {
  browser.userScripts.register([{ id: "a", js: [{ file: "a.js" }], matches: ["<all_urls>"] }]);
});
