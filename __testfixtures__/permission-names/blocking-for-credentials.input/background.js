chrome.webRequest.onAuthRequired.addListener((details, callback) => {
  callback(details.isProxy ? { authCredentials: { username: "reader", password: "secret" } } : {});
}, { urls: ["<all_urls>"] }, ["asyncBlocking"]);

chrome.webRequest.onCompleted.addListener(({ url }) => console.log(url), { urls: ["<all_urls>"] }, ["responseHeaders"]);
