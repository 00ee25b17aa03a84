const LIMITS = { tabs: 20 };
let version = '1';

chrome.tabs.onCreated.addListener((tab) => {
  if (tab.index > LIMITS.tabs) console.log(version);
});
