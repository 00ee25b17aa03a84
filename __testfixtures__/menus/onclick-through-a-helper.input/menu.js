export function updateMenu(id, details) {
  return new Promise((resolve) => chrome.contextMenus.update(id, details, resolve));
}
