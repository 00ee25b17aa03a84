chrome.commands.onCommand.addListener(function (command) {
  if (command === 'stop') {
    chrome.alarms.clear('remind');
  }
});
