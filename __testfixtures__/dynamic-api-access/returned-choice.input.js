function api() {
  return typeof browser === "undefined" ? chrome : browser;
}
const other = () => window.browser || chrome;
const third = typeof browser === "undefined" ? chrome : browser;
api().browserAction.enable();
other().tabs.query({}, console.log);
third.tabs.query({}, console.log);
