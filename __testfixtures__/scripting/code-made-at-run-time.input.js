chrome.runtime.onMessage.addListener((message, { tab }) => {
  chrome.tabs.executeScript(tab.id, { code: message.code });
  fetch(chrome.runtime.getURL('inject.js')).then((response) => response.text()).then((code) => {
    chrome.tabs.executeScript(tab.id, { code });
  });
  const source = message.prefix + message.body;
  chrome.tabs.executeScript(tab.id, { code: source });
});
