chrome.extension.onMessage.addListener((message) => {
  const url = chrome.extension.getURL("page.html");
  chrome.tabs.create({ url: `${url}?${message}` }, () => {
    if (chrome.extension.lastError) console.error(chrome.extension.lastError.message);
  });
});
