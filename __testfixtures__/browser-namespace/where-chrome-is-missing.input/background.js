const api = typeof chrome !== "undefined" ? chrome : browser;
const menus = "contextMenus" in chrome ? chrome.contextMenus : browser.menus;
const tabs = chrome.tabs || browser.tabs;
let storage = chrome.storage;
if (!chrome.runtime || chrome.runtime == null) {
  storage = browser.storage;
}
if (typeof chrome === "object" && chrome.tabs) {
  api.tabs.query({});
} else {
  browser.tabs.query({});
}
typeof chrome === "undefined" && browser.runtime.openOptionsPage();
