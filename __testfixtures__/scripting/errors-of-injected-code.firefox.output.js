browser.browserAction.onClicked.addListener(async (tab) => {
  try {
    await browser.scripting.executeScript({
      target: { tabId: tab.id },
      files: ["/content.js"]
    });
  } catch (error) {
    console.error(error);
  }
  browser.scripting.executeScript({
    target: { tabId: tab.id },
    func: () => start()
  }).catch(console.error);
});
