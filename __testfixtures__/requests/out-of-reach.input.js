const { sendRequest, ...others } = chrome.extension;
const ext = (window.browser || window.chrome).extension;
ext.onRequest.addListener(() => sendRequest(others));
