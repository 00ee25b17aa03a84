chrome.runtime.onMessage.addListener(() => {});
