chrome.contextMenus.onClicked.addListener(() => {
  const port = chrome.runtime.connect();
  port.onMessage.addListener(() => console.log(localStorage.mode));
  port.postMessage('dark');
});
