const MINUTE = 60 * 1000;
const seconds = {};
let since = Date.now();
let until = 0;
let half = 0;

chrome.tabs.onActivated.addListener(({ windowId }) => {
  const now = Date.now();
  seconds[windowId] = (seconds[windowId] || 0) + Math.round((now - since) / 1000);
  since = now;
  until = Date.now() + Object.keys(seconds).length * MINUTE;
});

chrome.browserAction.onClicked.addListener(() => {
  half = 100 - half / 2;
  chrome.browserAction.setTitle({ title: `${JSON.stringify(seconds)} until ${until}, ${half}` });
});
