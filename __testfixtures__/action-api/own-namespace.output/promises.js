if (!globalThis.browser) {
  globalThis.browser = {
    action: { enable: (id) => new Promise((resolve) => chrome.action.enable(id, resolve)) },
    tabs: chrome.tabs,
  };
}
