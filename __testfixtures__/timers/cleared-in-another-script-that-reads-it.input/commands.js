chrome.commands.onCommand.addListener(function (command) {
  if (command === 'stop') clearTimeout(reminder);
  chrome.browserAction.setBadgeText({ text: reminder ? '!' : '' });
});
