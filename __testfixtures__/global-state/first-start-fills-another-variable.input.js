let count = 0;
let socket = null;

function bump() {
  count++;
  socket = new WebSocket('wss://a.example/');
}

bump();

chrome.tabs.onCreated.addListener(() => bump());
chrome.tabs.onRemoved.addListener(() => socket.send(String(count)));
