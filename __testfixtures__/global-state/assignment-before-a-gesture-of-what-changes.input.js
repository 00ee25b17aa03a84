let popupFor = 0;

chrome.contextMenus.onClicked.addListener(async (info, tab) => {
  let id = tab.id;
  popupFor = id;
  id = 0;
  await chrome.action.openPopup();
  console.log(id);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'popup') sendResponse(popupFor);
});
