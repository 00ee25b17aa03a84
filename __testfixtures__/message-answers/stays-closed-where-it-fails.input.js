chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message === 'page') fetch('https://example.org').then((response) => response.text()).then(sendResponse).catch(console.error);
});

chrome.runtime.onMessageExternal.addListener((message, sender, sendResponse) => {
  chrome.tabs.get(message.id, (tab) => {
    if (chrome.runtime.lastError) throw new Error(chrome.runtime.lastError.message);
    sendResponse(tab.url);
  });
});
