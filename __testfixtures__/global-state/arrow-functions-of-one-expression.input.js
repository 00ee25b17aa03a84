let n = 0;
const next = () => ++n;
chrome.tabs.onUpdated.addListener(() => console.log(next()));
chrome.tabs.onRemoved.addListener(() => n = 0);
chrome.tabs.onCreated.addListener(() => n++);
chrome.tabs.onActivated.addListener(() => (n += 2));
