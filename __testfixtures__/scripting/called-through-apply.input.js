chrome.tabs.onActivated.addListener(({ tabId }) => {
  chrome.tabs.executeScript.apply(chrome.tabs, [tabId, { file: 'a.js' }]);
});
