const api = typeof browser !== "undefined" ? browser : chrome;
const other = typeof browser === "undefined" ? chrome : browser;
const third = window.browser || window.chrome;
if (typeof browser !== "undefined") {
  browser.storage.local.get("x").then(console.log);
} else {
  chrome.storage.local.get("x", console.log);
}
const hasBrowser = typeof browser !== "undefined";
if (hasBrowser) console.log(api, other, third);
