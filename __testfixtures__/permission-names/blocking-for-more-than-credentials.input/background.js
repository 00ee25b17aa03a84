chrome.webRequest.onAuthRequired.addListener((details, callback) => {
  callback({ cancel: details.isProxy });
}, { urls: ["<all_urls>"] }, ["asyncBlocking"]);

function block(event, urls) {
  event.addListener(() => ({ cancel: true }), { urls }, ["blocking"]);
}

block(chrome.webRequest.onBeforeRequest, ["*://ads.example/*"]);
