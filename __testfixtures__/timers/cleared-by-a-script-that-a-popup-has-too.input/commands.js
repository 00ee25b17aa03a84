chrome.commands.onCommand.addListener(function (command) {
  if (command === 'stop') {
    window.clearTimeout(reminder);
    reminder = null;
  }
});
