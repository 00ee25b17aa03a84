let total = 2;
chrome.tabs.onCreated.addListener(() => { total = total * total; console.log(total > 5); });
