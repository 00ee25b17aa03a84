let socket = null;
let connected = false;
let sent = 0;
const stateRestored = chrome.storage.session.get({ sent }).then((saved) => {
  sent = saved.sent;
}).catch(console.error);

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
  stateRestored.then(() => {
    sent += 1;
    chrome.storage.session.set({ sent });
    chrome.browserAction.setBadgeText({ text: String(sent) });
  });
});
