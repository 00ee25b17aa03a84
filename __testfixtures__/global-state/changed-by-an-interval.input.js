let n = 0;
setInterval(() => { n++; }, 1000);
chrome.tabs.onCreated.addListener(() => console.log(n));
