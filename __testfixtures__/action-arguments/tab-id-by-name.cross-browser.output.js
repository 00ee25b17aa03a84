const { action } = browser;
chrome.tabs.onActivated.addListener(async ({ tabId }) => console.log(await action.isEnabled(tabId)));
