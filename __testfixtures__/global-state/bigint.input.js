let n = 0n;
chrome.tabs.onCreated.addListener(() => { n++; console.log(String(n)); });
