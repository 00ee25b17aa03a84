chrome.contextMenus.onClicked.addListener(() => {
  if (typeof alert === 'function') alert('done');
  else console.log('done');
});
