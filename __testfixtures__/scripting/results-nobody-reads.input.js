function inject(tabId) {
  return browser.tabs.executeScript(tabId, { file: "/a.js" }).catch(() => {});
}

browser.tabs.query({}).then((tabs) => {
  tabs.forEach((tab) => inject(tab.id));
});

browser.browserAction.onClicked.addListener((tab) => browser.tabs.executeScript(tab.id, { file: "/b.js" }));

browser.tabs.onUpdated.addListener((tabId) => {
  inject(tabId).then(() => browser.tabs.executeScript(tabId, { file: "/b.js" })).then(() => {
    console.log("both");
  });
});
