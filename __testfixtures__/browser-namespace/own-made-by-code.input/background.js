importScripts("x.js");

globalThis.browser = globalThis.browser || withPromises(chrome);

browser.runtime.onInstalled.addListener(() => browser.action.setBadgeText({ text: 'new' }));
