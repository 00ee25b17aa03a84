browser.commands.onCommand.addListener(async () => {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  browser.tabs.update(tab.id, { pinned: true });
});
