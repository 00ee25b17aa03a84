let opened = false;
let listening = false;
let phase = 'idle';
let asked = 0;
let needsSocket = true;

chrome.tabs.onRemoved.addListener((id) => {
  if (!opened) open();
  phase === 'running' ? console.log(id) : run();
});
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'listen' && !listening) {
    chrome.downloads.onChanged.addListener(onChanged);
    listening = true;
  } else if (message === 'rest' && listening) {
    chrome.downloads.onChanged.removeListener(onChanged);
    listening = false;
  }
});
chrome.tabs.onCreated.addListener(() => {
  if (asked !== 0) {
    console.log('asked');
  } else {
    asked = 1;
    worker.postMessage('ask');
    recorder.start();
  }
  needsSocket && (needsSocket = false, new WebSocket('wss://tabs.example/'));
});

function open() {
  opened = true;
  new EventSource('https://tabs.example/').onmessage = ({ data }) => console.log(data);
}

function run() {
  setInterval(() => console.log(phase), 1000);
  phase = 'running';
}

function onChanged({ id }) {
  console.log(id);
}
