chrome.runtime.onInstalled.addListener(async () => {
  await chrome.contextMenus.removeAll();
  const shown = await chrome.notifications.getAll();
  if (!shown.ready) chrome.notifications.create('ready', { type: 'basic', iconUrl: 'icon.png', title: 'Reader', message: 'Ready' });
});
