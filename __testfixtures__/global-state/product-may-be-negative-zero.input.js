let total = 0;
chrome.tabs.onCreated.addListener(() => { total = total * -1; console.log(Object.is(total, -0)); });
