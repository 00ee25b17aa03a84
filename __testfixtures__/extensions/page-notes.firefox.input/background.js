browser.tabs.onUpdated.addListener(async (tabId, changes, tab) => {
  if (changes.status !== 'complete' || !tab.url.startsWith('http')) return;
  const note = await notes.read(tab.url);
  browser.pageAction.setTitle({ tabId, title: note || 'No note' });
  browser.pageAction.show(tabId);
});

// A click marks the page as read.
browser.pageAction.onClicked.addListener(async (tab) => {
  await notes.write(tab.url, 'read');
  browser.pageAction.setTitle({ tabId: tab.id, title: 'read' });
});

browser.runtime.onMessage.addListener((message) => {
  if (message.type === 'read') return notes.read(message.url);
  if (message.type === 'write') return notes.write(message.url, message.text).then(() => true);
});
