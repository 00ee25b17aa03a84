const port = chrome.runtime.connectNative('com.example.host');
port.onMessage.addListener((settings) => {
  chrome.storage.local.set({ settings });
  port.disconnect();
});
chrome.runtime.sendNativeMessage('com.example.host', { hello: true });
