chrome.webRequest.onBeforeRequest.addListener((details) => {
  if (details.type === 'websocket') console.log(WebSocket.OPEN, details.url);
}, { urls: ['wss://example.com/*'], types: ['websocket'] });
