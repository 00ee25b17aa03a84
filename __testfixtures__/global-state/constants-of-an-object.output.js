const Mode = Object.freeze({ OFF: 'off', ON: 'on', AUTO: 'auto' });

let mode = Mode.OFF;
let lastWindow = chrome.windows.WINDOW_ID_NONE;
const hosts = {};
const stateRestored = chrome.storage.session.get({ mode, lastWindow, hosts }).then((saved) => {
  mode = saved.mode;
  lastWindow = saved.lastWindow;
  Object.assign(hosts, saved.hosts);
}).catch(console.error);

chrome.browserAction.onClicked.addListener(async () => {
  await stateRestored;
  mode = mode === Mode.OFF ? Mode.AUTO : Mode.OFF;
  chrome.storage.session.set({ mode });
});

chrome.windows.onFocusChanged.addListener(async (windowId) => {
  await stateRestored;
  if (windowId !== lastWindow) console.log(mode);
  lastWindow = windowId;
  chrome.storage.session.set({ lastWindow });
});

chrome.webNavigation.onCompleted.addListener(async ({ url }) => {
  const { hostname } = new URL(url);
  await stateRestored;
  hosts[hostname] = mode;
  chrome.storage.session.set({ hosts });
});

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  stateRestored.then(() => {
    sendResponse(message.host === undefined ? null : { host: hosts[message.host], all: hosts });
  });
  return true;
});
