function inject(tabId) {
  return browser.scripting.executeScript({ target: { tabId }, files: ["/a.js"] }).catch(() => {});
}

browser.tabs.query({}).then((tabs) => {
  tabs.forEach((tab) => inject(tab.id));
});

browser.browserAction.onClicked.addListener((tab) => browser.scripting.executeScript({
  target: { tabId: tab.id },
  files: ["/b.js"]
}));

browser.tabs.onUpdated.addListener((tabId) => {
  inject(tabId).then(() => browser.scripting.executeScript({
    target: { tabId },
    files: ["/b.js"]
  })).then(() => {
    console.log("both");
  });
});
