chrome.commands.onCommand.addListener((command) => {
  chrome.tabs.query({ active: true, currentWindow: true }, ([tab]) => chrome.tabs.update(tab.id, { pinned: true }));
});
