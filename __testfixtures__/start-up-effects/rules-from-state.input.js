let host = 'a.example';

chrome.runtime.onMessage.addListener((message) => {
  host = message.host;
});

chrome.declarativeContent.onPageChanged.removeRules(undefined, () => {
  chrome.declarativeContent.onPageChanged.addRules([{
    conditions: [new chrome.declarativeContent.PageStateMatcher({ pageUrl: { hostEquals: host } })],
    actions: [new chrome.declarativeContent.ShowAction()],
  }]);
});
