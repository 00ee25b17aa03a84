browser.commands.onCommand.addListener(async (command, tab) => {
  browser.tabs.update(tab.id, { pinned: true });
});
