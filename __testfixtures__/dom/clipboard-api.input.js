chrome.contextMenus.onClicked.addListener(async (info) => {
  await navigator.clipboard.writeText(info.selectionText);
});
