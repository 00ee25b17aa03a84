let socket = null;
let connected = false;
let sent = 0;

function connect() {
  socket = new WebSocket('wss://example.com/feed');
  socket.onopen = () => {
    connected = true;
  };
  socket.onclose = () => {
    connected = false;
  };
}

chrome.runtime.onMessage.addListener((message) => {
  if (!connected) {
    connect();
    return;
  }
  socket.send(message.text);
  sent += 1;
  chrome.browserAction.setBadgeText({ text: String(sent) });
});
