chrome.runtime.onMessage.addListener(({ url }) => load(url, console.log));
