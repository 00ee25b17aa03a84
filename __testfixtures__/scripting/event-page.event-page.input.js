browser.browserAction.onClicked.addListener(() => {
  browser.tabs.executeScript({ code: "document.title" });
});
