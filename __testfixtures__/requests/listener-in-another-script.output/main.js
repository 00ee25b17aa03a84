chrome.runtime.onMessage.addListener(listen);
