console.log(chrome.runtime.getURL("/_favicon/?pageUrl=https%3A%2F%2Fexample.com&size=16"));
