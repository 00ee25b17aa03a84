chrome.declarativeWebRequest.onRequest.addRules([{
  conditions: [new chrome.declarativeWebRequest.RequestMatcher({ url: { hostSuffix: 'example.com' } })],
  actions: [new chrome.declarativeWebRequest.CancelRequest()],
}]);
