let total = 0;
chrome.runtime.onConnect.addListener((port) => {
  console.log(port.name);
  port.onMessage.addListener((message) => {
    if (message === 'add') {
      total++;
      port.postMessage(total);
    }
  });
  port.onDisconnect.addListener(() => {
    total--;
  });
});
