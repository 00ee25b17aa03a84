function show(tabId) {
  console.log(tabId);
}

if (chrome.runtime.getBrowserInfo) {
  chrome.tabs.onUpdated.addListener(show, { properties: ['status'] });
} else {
  chrome.tabs.onUpdated.addListener(show);
}

try {
  browser.tabs.onUpdated.addListener(show, { properties: ['title'] });
} catch (error) {
  browser.tabs.onUpdated.addListener(show);
}
