chrome.runtime.onMessage.addListener(({ value }, { tab }) => {
  chrome.tabs.executeScript(tab.id, { code: `start(); // for ${value}` });
});
