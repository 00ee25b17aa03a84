let unread = 0;

chrome.contextMenus.create({ id: 'inbox', title: 'Inbox', contexts: ['page'] });
chrome.contextMenus.create({ id: 'inbox-unread', parentId: 'inbox', title: `Unread: ${unread}`, contexts: ['page'] });

chrome.runtime.onMessage.addListener((message) => {
  unread = message.unread;
  chrome.contextMenus.update('inbox-unread', { title: `Unread: ${unread}` });
});
