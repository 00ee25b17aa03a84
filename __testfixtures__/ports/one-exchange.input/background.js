const names = [];
chrome.runtime.onConnect.addListener((port) => {
  names.push(port.name);
  port.onMessage.addListener(() => port.postMessage(names.length));
});
