chrome.runtime.sendMessage({ type: "hello" });
chrome.runtime.sendMessage("other-extension-id", { type: "hello" }, (answer) => console.log(answer));
chrome.tabs.sendMessage(1, { type: "hello" }, log);
const send = chrome.tabs.sendMessage;
const { sendMessage: sendRequest } = chrome.runtime;
const { getURL } = chrome.extension;
const { sendMessage: toTab, query } = chrome.tabs;
function log() {}
send(1, getURL("a"), sendRequest, toTab, query);
chrome.runtime.onMessage.addListener(log);
