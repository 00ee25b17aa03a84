chrome.commands.onCommand.addListener(() => {
  chrome.tabs.getSelected(null, (tab) => {
    chrome.tabs.reload(tab.id);
  });
});
