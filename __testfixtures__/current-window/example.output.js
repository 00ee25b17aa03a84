chrome.commands.onCommand.addListener(async () => {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const { id } = await chrome.windows.getCurrent();
  console.log(tab, id, await chrome.tabs.getCurrent());
});
