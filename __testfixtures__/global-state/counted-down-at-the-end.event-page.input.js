let connections = 0;
let port = null;

chrome.storage.local.get('native', ({ native }) => {
  if (!native || connections) return;
  connections += 1;
  port = chrome.runtime.connectNative('org.example.player');
  chrome.runtime.onSuspend.addListener(() => {
    if (!--connections) port.postMessage({ command: 'quit' });
  });
});
