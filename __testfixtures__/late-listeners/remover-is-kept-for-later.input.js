const registered = new Map();

chrome.runtime.onMessage.addListener(({ id, word }) => {
  const log = (tabId, { title }) => {
    if (title?.includes(word)) console.log(tabId, title);
  };
  chrome.tabs.onUpdated.addListener(log);
  const unregister = () => chrome.tabs.onUpdated.removeListener(log);
  registered.set(id, { unregister });
});
