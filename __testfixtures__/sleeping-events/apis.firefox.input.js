browser.tabs.onZoomChange.addListener(({ tabId }) => console.log(tabId));

const { onZoomChange } = browser.tabs;
onZoomChange.addListener(console.log);

browser.proxy.onError.addListener(console.error);
