let popupFor;

chrome.contextMenus.onClicked.addListener(async (info, tab) => {
  // What the popup asks for.
  popupFor = { tabId: tab.id, menu: info.menuItemId };
  chrome.action.setTitle({ title: 'open' });
  await chrome.action.openPopup();
  chrome.action.setTitle({ title: 'closed' });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'popup') sendResponse(popupFor ?? null);
});
