var tabs = [];
chrome.tabs.onCreated.addListener(({ id }) => {
  tabs.push(id);
});
