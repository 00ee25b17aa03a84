chrome.runtime.onConnect.addListener((port) => {
  port.onMessage.addListener((mode) => {
    localStorage.mode = mode;
    port.postMessage('done');
  });
});
