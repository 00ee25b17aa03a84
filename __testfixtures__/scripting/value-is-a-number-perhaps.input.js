chrome.runtime.onMessage.addListener(({ value }, { tab }) => {
  chrome.tabs.executeScript(tab.id, { code: 'scrollBy(0, ' + value + ')' });
});
