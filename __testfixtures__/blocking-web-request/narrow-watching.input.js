chrome.webRequest.onCompleted.addListener((details) => console.log(details.url), { urls: ['<all_urls>'], types: ['main_frame'] });
chrome.webRequest.onCompleted.addListener((details) => console.log(details.url), { urls: ['https://example.com/*'] }, ['responseHeaders']);
const onBeforeRequest = { addListener() {} };
onBeforeRequest.addListener(() => ({ cancel: true }), {}, ['blocking']);
