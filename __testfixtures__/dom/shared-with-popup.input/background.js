chrome.tabs.onCreated.addListener(() => console.log(theme()));
