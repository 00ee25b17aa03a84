chrome.commands.onCommand.addListener(function(command) {
  if (command == "pin") {
    // Get the selected tab
    chrome.tabs.query({ active: true, currentWindow: true }, function(tabs) {
      // Toggle the pinned status
      var current = tabs[0]
      chrome.tabs.update(current.id, {'pinned': !current.pinned});
    });
  }
});

chrome.commands.onCommand.addListener(command => {
  chrome.tabs.query({ active: true, currentWindow: true }, tabs => {
    console.log(command, tabs[0].url);
  });
});
