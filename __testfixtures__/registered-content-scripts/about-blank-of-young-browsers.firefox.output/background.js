browser.scripting.getRegisteredContentScripts({ ids: ["frame"] })
  .then(([registered]) => registered ?? browser.scripting.registerContentScripts([{
    id: "frame",
    matches: ["<all_urls>"],
    matchOriginAsFallback: true,
    allFrames: true,
    js: ["_frame.js"],
    persistAcrossSessions: false
  }]));
