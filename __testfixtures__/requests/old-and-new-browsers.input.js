const send = chrome.runtime.sendMessage || chrome.extension.sendRequest;
if (chrome.runtime.onMessage) chrome.runtime.onMessage.addListener(hear);
else chrome.extension.onRequest.addListener(hear);
function hear() {
  send("heard");
}
