let blocked = 0;
browser.webRequest.onBeforeRequest.addListener((details) => {
  blocked++;
  return { cancel: blocked % 2 === 0 };
}, { urls: ['<all_urls>'] }, ['blocking']);
