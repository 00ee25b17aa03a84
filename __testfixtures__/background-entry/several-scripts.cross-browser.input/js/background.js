chrome.runtime.onMessage.addListener(() => console.log(a));
