const { getURL, sendMessage: send } = chrome.extension;
const { onMessage, getViews } = chrome.extension;
const { extension: { lastError }, tabs } = chrome;
const { extension: { isAllowedIncognitoAccess, connectNative } } = chrome;
let base = getURL("");
onMessage.addListener(() => send(base, getViews, lastError, tabs));
connectNative(isAllowedIncognitoAccess);
