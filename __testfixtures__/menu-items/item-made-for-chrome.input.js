const isFirefox = chrome.runtime.getURL('').startsWith('moz-');

chrome.runtime.onInstalled.addListener(() => {
  const item = { id: 'b', title: 'B', icons: { 16: 'b.png' } };
  if (!isFirefox) delete item.icons;
  chrome.contextMenus.create(item);
  const plain = { id: 'c', title: 'C' };
  try {
    chrome.contextMenus.create({ ...plain, ...withKey() });
  } catch {
    chrome.contextMenus.create({ ...plain });
  }
});

function withKey() {
  return { command: '_execute_action' };
}
