chrome.tabs.onCreated.addListener(() => {});
