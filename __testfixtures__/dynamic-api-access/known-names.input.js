const NAME = "tabs";
chrome[NAME].query({}, console.log);
chrome["tabs"]["query"]({}, console.log);
chrome[chrome.action ? "action" : "browserAction"].setBadgeText({ text: "" });
const area = location.hash;
chrome.storage[area].get(console.log);
chrome.i18n[area]("x");
