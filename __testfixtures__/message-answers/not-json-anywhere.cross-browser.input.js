const EVERYTHING = { at: new Date(), names: new Set() };
const port = browser.runtime.connect({ name: 'log' });
port.postMessage(EVERYTHING);

browser.runtime.onConnect.addListener(listen);

function listen(connected) {
  connected.postMessage({ pattern: /a+/, bytes: new Uint16Array(4) });
}

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'error') sendResponse(new Error('none'));
});

browser.runtime.onMessage.addListener(async () => {
  const found = new Map();
  return { found, count: found.size, all: [...found], at: Date.now() };
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'time') sendResponse(new Date());
});
