let count = 0;
const stats = { get total() { return count; } };
chrome.tabs.onCreated.addListener(() => { count++; });
chrome.action.onClicked.addListener(() => console.log(stats.total));
