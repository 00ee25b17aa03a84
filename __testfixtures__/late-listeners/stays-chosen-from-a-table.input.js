const modes = {
  answer() {
    chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
      sendResponse(message.length);
    });
  },
  silent() {},
};

const listen = () => {
  chrome.runtime.onConnect.addListener((port) => port.postMessage('hello'));
};
const stayDeaf = () => {};

chrome.storage.local.get({ mode: 'answer', ports: false }, (items) => {
  const start = modes[items.mode];
  start();
  (items.ports ? listen : stayDeaf)();
});
