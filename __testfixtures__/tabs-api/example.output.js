chrome.commands.onCommand.addListener(() => {
  chrome.tabs.query({ active: true, lastFocusedWindow: true }, ([tab]) => {
    chrome.tabs.reload(tab.id);
  });
});
