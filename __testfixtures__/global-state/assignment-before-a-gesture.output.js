let popupFor;
const stateRestored = chrome.storage.session.get({ popupFor: { value: popupFor } }).then((saved) => {
  popupFor = saved.popupFor.value;
}).catch(console.error);

chrome.contextMenus.onClicked.addListener(async (info, tab) => {
  // What the popup asks for.
  stateRestored.then(() => {
    popupFor = { tabId: tab.id, menu: info.menuItemId };
    chrome.storage.session.set({ popupFor: { value: popupFor } });
  });
  chrome.action.setTitle({ title: 'open' });
  await chrome.action.openPopup();
  chrome.action.setTitle({ title: 'closed' });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'popup') {
    stateRestored.then(() => {
      sendResponse(popupFor ?? null);
    });
    return true;
  }
});
