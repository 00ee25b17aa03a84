browser.commands.onCommand.addListener((command, tab) => {
  browser.tabs.executeScript(tab.id, { file: "paint.js" });
});
