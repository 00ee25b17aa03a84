const counts = {
  opened: 0,
  closed: 0,
  bump(kind) { this[kind]++; },
};
chrome.tabs.onCreated.addListener(() => counts.bump('opened'));
chrome.tabs.onRemoved.addListener(() => counts.bump('closed'));
chrome.action.onClicked.addListener(() => {
  console.log(counts.opened, counts.closed);
  counts.opened = 0;
});
