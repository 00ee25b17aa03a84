function onUpdated(id) {
  if (!listensToTabsUpdated) return;
  console.log(id);
}
let listensToTabsUpdated = true;
chrome.tabs.onUpdated.addListener(onUpdated);

chrome.runtime.onMessage.addListener((message) => {
  if (message === 'pause') listensToTabsUpdated = false;
  if (message === 'resume') listensToTabsUpdated = true;
});
