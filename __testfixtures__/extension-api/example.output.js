chrome.runtime.onMessage.addListener((message) => {
  const url = chrome.runtime.getURL("page.html");
  chrome.tabs.create({ url: `${url}?${message}` }, () => {
    if (chrome.runtime.lastError) console.error(chrome.runtime.lastError.message);
  });
});
