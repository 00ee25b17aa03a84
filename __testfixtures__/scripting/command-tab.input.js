chrome.commands.onCommand.addListener((command) => {
  if (command === 'mark') chrome.tabs.executeScript({ file: 'mark.js' });
});
