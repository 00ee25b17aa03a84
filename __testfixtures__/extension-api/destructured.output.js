const { getURL, sendMessage: send } = chrome.runtime;
const { onMessage } = chrome.runtime;
const { getViews } = chrome.extension;
const { runtime: { lastError }, tabs } = chrome;
const { runtime: { connectNative }, extension: { isAllowedIncognitoAccess } } = chrome;
let base = getURL("");
onMessage.addListener(() => send(base, getViews, lastError, tabs));
connectNative(isAllowedIncognitoAccess);
