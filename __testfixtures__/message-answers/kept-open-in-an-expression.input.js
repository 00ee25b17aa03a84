chrome.runtime.onMessage.addListener((message, sender, reply) => chrome.storage.local.get('count', ({ count }) => reply(count)));
