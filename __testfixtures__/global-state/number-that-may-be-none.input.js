let port = 0;
chrome.commands.onCommand.addListener((command) => {
  port = parseInt(command);
});
chrome.tabs.onActivated.addListener(() => console.log(Number.isNaN(port)));
