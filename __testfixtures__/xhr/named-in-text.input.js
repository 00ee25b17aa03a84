var xhr = new XMLHttpRequest();
xhr.open('GET', 'https://example.com/api');
xhr.onload = function () { console.log(this.status); };
xhr.send();
chrome.runtime.onMessage.addListener(() => { console.log(self['xhr'].status); });
