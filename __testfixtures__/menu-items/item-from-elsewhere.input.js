function itemOf(tab) {
  return { id: String(tab.id), title: tab.title, icons: { 16: tab.favIconUrl } };
}

const base = { contexts: ['page'], viewTypes: ['popup'] };

chrome.runtime.onInstalled.addListener(() => {
  chrome.contextMenus.create(itemOf({ id: 1, title: 'first' }));
  chrome.contextMenus.create({ ...itemOf({ id: 2, title: 'second' }), contexts: ['page'] });
  chrome.contextMenus.create({ ...base, id: 'a', title: 'A' });
  const item = { id: 'b', title: 'B', command: '_execute_action' };
  chrome.contextMenus.create(item);
});
