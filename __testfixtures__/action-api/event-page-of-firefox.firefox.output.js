browser.action.onClicked.addListener(async (tab) => {
  await browser.action.setTitle({ tabId: tab.id, title: "Seen" });
});
