const open = { first: true };
chrome.tabs.onCreated.addListener(({ id }) => {
  open[id] = true;
});
chrome.tabs.onRemoved.addListener((id) => {
  delete open.first;
  delete open[id];
});
chrome.action.onClicked.addListener((tab) => console.log(open[tab.id] === true, open.first === true));
