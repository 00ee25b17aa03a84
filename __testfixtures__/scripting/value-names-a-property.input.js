chrome.runtime.onMessage.addListener(({ value }, { tab }) => {
  chrome.tabs.executeScript(tab.id, { code: `window.${value} = 1` });
});
