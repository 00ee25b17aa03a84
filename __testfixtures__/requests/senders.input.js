chrome.extension.sendRequest({ type: "hello" });
chrome.extension.sendRequest("other-extension-id", { type: "hello" }, (answer) => console.log(answer));
chrome.tabs.sendRequest(1, { type: "hello" }, log);
const send = chrome.tabs.sendRequest;
const { sendRequest, getURL } = chrome.extension;
const { sendRequest: toTab, query } = chrome.tabs;
function log() {}
send(1, getURL("a"), sendRequest, toTab, query);
chrome.runtime.onRequest.addListener(log);
