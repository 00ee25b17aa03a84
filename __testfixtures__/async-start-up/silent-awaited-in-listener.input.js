chrome.tabs.onCreated.addListener(async (tab) => {
  const { mute } = await chrome.storage.sync.get('mute');
  if (mute) chrome.tabs.update(tab.id, { muted: true });
});
