const Mode = Object.freeze({ OFF: 'off', ON: 'on', AUTO: 'auto' });

let mode = Mode.OFF;
let lastWindow = chrome.windows.WINDOW_ID_NONE;
const hosts = {};

chrome.browserAction.onClicked.addListener(() => {
  mode = mode === Mode.OFF ? Mode.AUTO : Mode.OFF;
});

chrome.windows.onFocusChanged.addListener((windowId) => {
  if (windowId !== lastWindow) console.log(mode);
  lastWindow = windowId;
});

chrome.webNavigation.onCompleted.addListener(({ url }) => {
  const { hostname } = new URL(url);
  hosts[hostname] = mode;
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  sendResponse(message.host === undefined ? null : { host: hosts[message.host], all: hosts });
});
