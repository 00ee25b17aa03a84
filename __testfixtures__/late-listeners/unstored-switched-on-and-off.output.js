function onUpdated(id) {
  if (!listensToTabsUpdated) return;
  console.log(id);
}

let listensToTabsUpdated = false;
chrome.tabs.onUpdated.addListener(onUpdated);
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'on') listensToTabsUpdated = true;
  else listensToTabsUpdated = false;
});
