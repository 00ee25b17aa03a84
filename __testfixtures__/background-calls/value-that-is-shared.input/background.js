var tabs = [];
function getTabs() {
  return tabs;
}
chrome.tabs.onCreated.addListener(({ id }) => {
  tabs.push(id);
});
