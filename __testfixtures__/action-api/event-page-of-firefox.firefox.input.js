browser.browserAction.onClicked.addListener(async (tab) => {
  await browser.browserAction.setTitle({ tabId: tab.id, title: "Seen" });
});
