const action: chrome.declarativeContent.ShowPageAction = new chrome.declarativeContent.ShowPageAction();
const { ShowPageAction } = chrome.declarativeContent;
chrome.declarativeContent.onPageChanged.addRules([{ conditions: [], actions: [action, new ShowPageAction()] }]);
