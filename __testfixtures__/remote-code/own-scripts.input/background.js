const script = document.createElement('script');
script.src = chrome.runtime.getURL('more.js');
const image = document.createElement('img');
image.src = 'https://example.com/logo.png';
