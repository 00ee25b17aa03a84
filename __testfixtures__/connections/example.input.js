let socket;

function connect() {
  socket = new WebSocket('wss://example.com/updates');
  socket.onmessage = ({ data }) => chrome.browserAction.setBadgeText({ text: data });
  socket.onclose = () => setTimeout(connect, 1000);
}

connect();
