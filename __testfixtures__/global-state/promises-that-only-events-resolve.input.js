let resolveConfig;
const config = new Promise((resolve) => {
  resolveConfig = resolve;
});
chrome.runtime.onMessage.addListener((message) => {
  if (message.type === 'config') resolveConfig(message.config);
});

class Deferred {
  constructor() {
    this.promise = new Promise((resolve) => {
      this.resolve = resolve;
    });
  }
}
const ready = new Deferred();
chrome.runtime.onInstalled.addListener(() => ready.resolve());

const firstTab = new Promise((resolve) => {
  chrome.tabs.onCreated.addListener((tab) => resolve(tab.id));
});
const { promise: closed, resolve: close } = Promise.withResolvers();
chrome.windows.onRemoved.addListener(() => close());

chrome.action.onClicked.addListener(async () => {
  console.log(await config, await ready.promise, await firstTab, await closed);
});
