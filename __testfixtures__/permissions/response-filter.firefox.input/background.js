browser.webRequest.onBeforeRequest.addListener((details) => {
  const filter = browser.webRequest.filterResponseData(details.requestId);
  filter.onstart = () => filter.close();
}, { urls: ["<all_urls>"] }, ["blocking"]);
