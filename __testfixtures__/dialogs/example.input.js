chrome.contextMenus.onClicked.addListener((info) => {
  if (confirm('Forget ' + info.selectionText + '?')) alert('Forgotten.');
});
