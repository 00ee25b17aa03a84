if (!globalThis.browser) {
  globalThis.browser = {
    browserAction: { enable: (id) => new Promise((resolve) => chrome.browserAction.enable(id, resolve)) },
    tabs: chrome.tabs,
  };
}
