browser.contentScripts.register({ matches: ["<all_urls>"], matchAboutBlank: true, allFrames: true, js: [{ file: "_frame.js" }] });
