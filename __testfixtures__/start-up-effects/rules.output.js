chrome.runtime.onInstalled.addListener(function() {
  chrome.declarativeContent.onPageChanged.addRules([
    {
      conditions: [new chrome.declarativeContent.PageStateMatcher({ pageUrl: { hostEquals: 'a.example' } })],
      actions: [new chrome.declarativeContent.ShowAction()],
    },
  ]);
});
