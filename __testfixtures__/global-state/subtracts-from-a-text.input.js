let total = 'abc';
chrome.tabs.onCreated.addListener(() => { total -= 1; console.log(String(total)); });
