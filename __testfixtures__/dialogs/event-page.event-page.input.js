chrome.contextMenus.onClicked.addListener((info) => {
  const name = prompt('Name?');
  window.alert(name);
});
