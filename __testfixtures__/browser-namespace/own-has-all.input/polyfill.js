Object.defineProperty(globalThis, 'browser', {
  value: { action: chrome.action, runtime: { onInstalled: chrome.runtime.onInstalled } }
});
