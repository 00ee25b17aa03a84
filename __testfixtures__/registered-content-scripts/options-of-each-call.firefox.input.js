browser.runtime.onMessage.addListener(({ hosts, details }) => {
  browser.contentScripts.register({ matches: hosts, js: [{ file: "/a.js" }] });
  browser.contentScripts.register(details);
  browser.contentScripts.register({ matches: ["<all_urls>"], includeGlobs: ["*x*"], js: [{ file: "/a.js" }] });
  browser.contentScripts.register({ matches: ["<all_urls>"], matchAboutBlank: true, js: [{ file: "/a.js" }] });
  browser.contentScripts.register({ ...details, js: [{ file: "/a.js" }] });
  browser.contentScripts.register({ matches: ["<all_urls>"], js: hosts.map((file) => ({ file })) });
  browser.contentScripts.register({
    // everywhere
    matches: ["<all_urls>"], js: [{ file: "/a.js" }],
  });
});
