browser.webNavigation.onCompleted.addListener(async ({ tabId }) => {
  await browser.tabs.executeScript(tabId, { file: "/top.js", frameId: 0 });
  await browser.tabs.insertCSS(tabId, { file: "/top.css", frameId: 0, cssOrigin: "user" });
});
