const stops = {};

function watch(word) {
  function log(tabId, { title }) {
    if (title?.includes(word)) console.log(tabId, title);
  }
  chrome.tabs.onUpdated.addListener(log);
  return () => chrome.tabs.onUpdated.removeListener(log);
}

chrome.runtime.onMessage.addListener(({ word }) => {
  stops[word] = watch(word);
});
