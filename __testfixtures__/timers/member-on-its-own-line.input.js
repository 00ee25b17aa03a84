chrome.commands.onCommand.addListener(async () => {
  const { delay } = await chrome.storage.local.get('delay');
  globalThis
    .setTimeout(() => chrome.action.setBadgeText({ text: '' }), delay);
});
