let popupFor = 0;

chrome.contextMenus.onClicked.addListener(async (info, tab) => {
  popupFor = tab.id;
  await chrome.action.openPopup();
  console.log(popupFor);
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'popup') sendResponse(popupFor);
});
