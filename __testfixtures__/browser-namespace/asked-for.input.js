const api = typeof browser === "undefined" ? chrome : browser;
if (globalThis.browser) browser.tabs.query({});
const promise = window.browser?.tabs.query({});
try {
  browser.tabs.query({});
} catch {
  chrome.tabs.query({}, () => {});
}
api.tabs.query({}), promise;
