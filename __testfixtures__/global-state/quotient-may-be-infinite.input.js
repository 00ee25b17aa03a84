let total = 1;
chrome.tabs.onCreated.addListener(() => { total = total / 0; console.log(total > 5); });
