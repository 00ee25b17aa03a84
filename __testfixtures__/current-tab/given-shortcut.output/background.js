chrome.commands.onCommand.addListener(function(command, tab) {
  if (command == "pin") {
    // Get the selected tab
    // Toggle the pinned status
    var current = tab
    chrome.tabs.update(current.id, {'pinned': !current.pinned});
  }
});

chrome.commands.onCommand.addListener((command, tab) => {
  console.log(command, tab.url);
});
