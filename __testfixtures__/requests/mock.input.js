chrome.extension.sendRequest = () => {};
