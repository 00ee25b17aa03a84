chrome.storage.local.get({ remote: false }, ({ remote }) => {
  if (remote) {
    chrome.runtime.onConnectExternal.addListener((port) => {
      port.postMessage('hello');
    });
  }
});
