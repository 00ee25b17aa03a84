const button = chrome.action || chrome.pageAction;
const old = chrome.browserAction ? chrome.browserAction : chrome.pageAction;
button.setTitle({ title: "x" }), old;
