// Without the permissions these were undefined in Manifest V2, and still are.
function inject(tabId, details) {
  if (isObject(chrome.scripting)) injectNew(tabId, details);
  else chrome.tabs.executeScript(tabId, details);
}

function injectNew(tabId, details) {
  chrome.scripting.executeScript({ target: { tabId }, files: [details.file] });
}

function isObject(value) {
  return typeof value === "object" && value !== null;
}

browser.browserAction.onClicked.addListener((tab) => inject(tab.id, { file: "a.js" }));
if (typeof globalThis.browser === "undefined") globalThis.browser = { menus: { create: (item) => chrome.contextMenus.create(item) } };
