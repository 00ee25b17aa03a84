const script = document.createElement('script');
script.src = chrome.runtime.getURL('/inject.js?v=2');
document.head.append(script);
