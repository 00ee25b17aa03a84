let handler = 0;
const use = (value) => {
  handler = value;
};
chrome.tabs.onCreated.addListener((tab) => use(tab.id));
chrome.tabs.onRemoved.addListener(() => use(() => console.log('removed')));
chrome.tabs.onActivated.addListener(() => console.log(typeof handler));
