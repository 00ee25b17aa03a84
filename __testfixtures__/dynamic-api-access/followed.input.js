(function (api) {
  api.tabs.query({}, console.log);
})(chrome);
const api = window.browser || chrome;
console.log(chrome);
if (Boolean(chrome) && typeof chrome === "object") api.tabs.query({}, console.log);
Object.assign({}, chrome);
const holder = { chrome };
holder.chrome.tabs.query({}, console.log);
