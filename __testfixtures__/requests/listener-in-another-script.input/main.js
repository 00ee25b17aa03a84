chrome.extension.onRequest.addListener(listen);
