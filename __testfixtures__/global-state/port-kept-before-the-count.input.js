const ports = new Set();
let connected = 0;

chrome.runtime.onConnect.addListener((port) => {
  ports.add(port);
  port.onDisconnect.addListener(() => ports.delete(port));
  connected++;
  for (const one of ports) one.postMessage({ connected });
});
