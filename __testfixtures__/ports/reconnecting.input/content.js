let port;
function connect() {
  port = chrome.runtime.connect({ name: 'page' });
  port.onMessage.addListener(console.log);
  port.onDisconnect.addListener(connect);
}
connect();
document.addEventListener('click', () => port.postMessage('click'));
