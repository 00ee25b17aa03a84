chrome.declarativeWebRequest.onRequest.addRules([]);
