browser.browserAction.onClicked.addListener(async (tab) => {
  try {
    await browser.tabs.executeScript(tab.id, { file: "/content.js" });
  } catch (error) {
    console.error(error);
  }
  browser.tabs.executeScript(tab.id, { code: "start()" }).catch(console.error);
});
