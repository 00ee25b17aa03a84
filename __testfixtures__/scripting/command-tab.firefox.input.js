browser.commands.onCommand.addListener((command) => {
  if (command === "mark") browser.tabs.executeScript({ file: "mark.js" });
});
