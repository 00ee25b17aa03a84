chrome.runtime.onMessage.addListener((message, { tab }) => {
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: (term) => mark(unescape(term)),
    args: [escape(message.term)]
  });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: (term) => open(`https://example.com/?q=${term}`),
    args: [encodeURIComponent(message.term)]
  });
  chrome.scripting.executeScript({
    target: { tabId: tab.id },
    func: (value) => mark(value),
    args: [message.term.replace(/\s+/g, ' ')]
  });
});
