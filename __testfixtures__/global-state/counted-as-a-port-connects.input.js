let total = 0;
chrome.runtime.onConnect.addListener((port) => {
  total++;
  port.onMessage.addListener((message) => {
    port.postMessage(total);
  });
});
