browser.runtime.onMessage.addListener((message) => {
  if (message === 'count') document.title = browser.extension.getBackgroundPage().count;
});

browser.runtime.onMessage.addListener((message, sender, sendResponse) => {
  const page = browser.extension.getBackgroundPage();
  sendResponse(page.count);
});
