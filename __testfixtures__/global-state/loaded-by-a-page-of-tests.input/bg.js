chrome.runtime.onConnect.addListener((port) => {
  if (port.sender.url.endsWith('/tests/index.html')) port.disconnect();
});
