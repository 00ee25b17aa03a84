setInterval(check, 10000);
setTimeout(check, 5000);
setTimeout(() => {
  chrome.tabs.create({ url: 'hello.html' });
}, 1000);

const LATER = 2 * 1000;
chrome.storage.local.get('address', ({ address }) => {
  window.setTimeout(() => ask(address), LATER);
});

function check() {
  fetch('https://example.com/prices');
}

function ask(address) {
  chrome.tabs.sendMessage(1, address);
}

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'check') check();
  else ask(message);
});
