browser.commands.onCommand.addListener((command) => {
  if (command === "mark") browser.tabs.query({ active: true, currentWindow: true }).then(([tab]) => {
    browser.scripting.executeScript({
      target: { tabId: tab.id },
      files: ["mark.js"]
    });
  });
});
