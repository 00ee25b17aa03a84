const log = (tabId, { url }) => {
  if (!listensToTabsUpdated) return;
  if (url) console.log(tabId, url);
};

let listensToTabsUpdated = false;
chrome.tabs.onUpdated.addListener(log);

const start = () => { listensToTabsUpdated = true; };
const stop = () => { listensToTabsUpdated = false; };

chrome.runtime.onMessage.addListener(({ on }) => {
  if (on) start();
  else stop();
});
