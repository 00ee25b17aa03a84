chrome.runtime.onMessage.addListener(({ rules }) => Storage.set('rules', rules));
