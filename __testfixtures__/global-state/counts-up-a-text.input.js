let total = 'abc';
chrome.tabs.onCreated.addListener(() => { total++; console.log(String(total)); });
