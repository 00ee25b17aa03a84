chrome.runtime.onMessage.addListener(({ value }, { tab }) => {
  chrome.tabs.executeScript(tab.id, { code: `log({ "${value}": 1 })` });
});
