chrome.runtime.onMessage.addListener(({ value }, { tab }) => {
  chrome.tabs.executeScript(tab.id, { code: '`' + value + '`' }, ([text]) => console.log(text));
});
