const action: chrome.declarativeContent.ShowAction = new chrome.declarativeContent.ShowAction();
const { ShowAction: ShowPageAction } = chrome.declarativeContent;
chrome.declarativeContent.onPageChanged.addRules([{ conditions: [], actions: [action, new ShowPageAction()] }]);
