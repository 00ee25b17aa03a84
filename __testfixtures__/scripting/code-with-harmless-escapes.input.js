chrome.runtime.onMessage.addListener((message, { tab }) => {
  chrome.tabs.executeScript(tab.id, { code: `mark(unescape("${escape(message.term)}"));` });
  chrome.tabs.executeScript(tab.id, { code: `open("https://example.com/?q=${encodeURIComponent(message.term)}");` });
  chrome.tabs.executeScript(tab.id, { code: `mark("${message.term.replace(/\s+/g, ' ')}");` });
});
