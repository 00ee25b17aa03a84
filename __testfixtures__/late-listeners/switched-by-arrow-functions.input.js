const log = (tabId, { url }) => {
  if (url) console.log(tabId, url);
};

const start = () => chrome.tabs.onUpdated.addListener(log);
const stop = () => chrome.tabs.onUpdated.removeListener(log);

chrome.runtime.onMessage.addListener(({ on }) => {
  if (on) start();
  else stop();
});
