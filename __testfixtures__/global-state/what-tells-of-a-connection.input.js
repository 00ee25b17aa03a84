let starts = 0;
let openings = 0;
let ready = false;
let stage = 'none';
const watched = new Set();
let ports = [];
const state = {};
const open = new Set();
const sockets = {};

chrome.tabs.onCreated.addListener(() => {
  if (starts++ > 0) return;
  listen('wss://example.com/starts');
});

chrome.tabs.onMoved.addListener(() => {
  openings++;
  if (openings === 1) listen('wss://example.com/openings');
});

function isReady() {
  return ready;
}

chrome.tabs.onAttached.addListener(() => {
  if (isReady()) return;
  ready = true;
  listen('wss://example.com/ready');
});

chrome.tabs.onDetached.addListener(() => {
  switch (stage) {
    case 'none':
      stage = 'connected';
      listen('wss://example.com/stage');
      break;
    case 'connected':
      stage = 'asked';
  }
});

chrome.tabs.onUpdated.addListener((tabId) => {
  const isKnown = watched.has(tabId);
  if (isKnown) return;
  watched.add(tabId);
  listen(`wss://example.com/${tabId}`);
});

chrome.tabs.onActivated.addListener(({ tabId }) => {
  if (ports.includes(tabId)) return;
  ports.push(tabId);
  const port = chrome.tabs.connect(tabId);
  port.onMessage.addListener((message) => console.log(message));
});

chrome.tabs.onHighlighted.addListener(() => {
  if (state.connected) return;
  state.connected = true;
  listen('wss://example.com/state');
});

chrome.windows.onCreated.addListener(({ id }) => {
  open.size || listen('wss://example.com/windows');
  open.add(id);
});

chrome.windows.onRemoved.addListener((id) => {
  open.delete(id);
});

chrome.windows.onFocusChanged.addListener((id) => {
  sockets[id] ? console.log(id) : listen(`wss://example.com/windows/${id}`);
  sockets[id] = 'there';
});

function listen(url) {
  const socket = new WebSocket(url);
  socket.onmessage = ({ data }) => console.log(data);
}
