browser.commands.onCommand.addListener((command, tab) => {
  browser.scripting.executeScript({
    target: { tabId: tab.id },
    files: ["paint.js"]
  });
});
