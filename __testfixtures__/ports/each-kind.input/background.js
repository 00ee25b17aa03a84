chrome.runtime.onConnect.addListener((port) => {
  port.postMessage(port.name);
});
