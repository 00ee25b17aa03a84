const own = {
  getURL: promisify(chrome.runtime, "getURL"),
  query: promisify(chrome.tabs, "query"),
  executeScript: promisify(chrome.tabs, "executeScript"),
  insertCSS: Reflect.get(chrome.tabs, `insertCSS`).bind(chrome.tabs),
  oldURL: promisify(chrome.extension, "getURL"),
};
if (Object.hasOwn(chrome.tabs, "executeScript")) console.log(own);
function promisify(thisArg, name) {
  return typeof thisArg[name] === "function" ? (...args) => new Promise((resolve) => thisArg[name](...args, resolve)) : undefined;
}
if (chrome.tabs.removeCSS instanceof Function) own.removeCSS = promisify(chrome.tabs, "removeCSS");
if (typeof chrome.tabs.removeCSS === "function") own.removeCSS = promisify(chrome.tabs, "removeCSS");
if (chrome.tabs) own.removeCSS = promisify(chrome.tabs, "removeCSS");
