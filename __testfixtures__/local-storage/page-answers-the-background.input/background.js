chrome.contextMenus.onClicked.addListener(() => {
  chrome.runtime.sendMessage('choose', () => console.log(localStorage.mode));
});
