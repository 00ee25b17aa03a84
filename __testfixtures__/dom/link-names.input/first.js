const home = document.createElement('a');
home.href = chrome.runtime.getURL('one.html');

chrome.tabs.onCreated.addListener(() => console.log(home.hostname));
