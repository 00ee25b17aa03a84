let host = null;
let connected;

const connection = new Promise((resolve) => {
  setTimeout(() => console.log('connecting'));
  connected = resolve;
});

connection.then((name) => {
  host = name;
});

chrome.runtime.onMessage.addListener((message) => {
  if (message.host) connected(message.host);
  console.log(host);
});
