chrome.commands.onCommand.addListener((command, tab) => {
  if (command === 'mark') chrome.scripting.executeScript({
    target: { tabId: tab.id },
    files: ['mark.js']
  });
});
