chrome.extension.onRequest.addListener((request, sender, reply) => chrome.storage.local.get(reply));
