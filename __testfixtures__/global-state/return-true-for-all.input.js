let on = false;
chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'toggle') on = !on;
  if (message === 'get') {
    chrome.tabs.query({ active: true }, (tabs) => {
      sendResponse({ on, count: tabs.length });
    });
  }
  return true;
});
