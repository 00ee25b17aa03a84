const state = { muted: false };

chrome.commands.onCommand.addListener(async () => {
  const { minutes } = await chrome.storage.local.get('minutes');
  state.timer = globalThis
    .setTimeout(() => chrome.action.setBadgeText({ text: '' }), minutes * 60000);
});
