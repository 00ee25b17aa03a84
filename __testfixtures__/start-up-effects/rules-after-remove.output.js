const rule = {
  conditions: [new chrome.declarativeContent.PageStateMatcher({ pageUrl: { hostEquals: 'a.example' } })],
  actions: [new chrome.declarativeContent.ShowAction()],
};

// Only on this site.
chrome.runtime.onInstalled.addListener(() => {
  chrome.declarativeContent.onPageChanged.removeRules(undefined, () => {
    chrome.declarativeContent.onPageChanged.addRules([rule]);
  });
});
