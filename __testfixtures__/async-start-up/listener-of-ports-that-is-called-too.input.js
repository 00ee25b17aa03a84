let color = 'grey';

function greet(port) {
  port.postMessage(color);
}

chrome.storage.local.get({ color: 'red' }, (items) => {
  color = items.color;
});

chrome.runtime.onConnect.addListener(greet);

chrome.runtime.onConnectExternal.addListener((port) => {
  if (port.name === 'color') greet(port);
});
