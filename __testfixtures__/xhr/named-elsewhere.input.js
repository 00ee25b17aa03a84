var request = new XMLHttpRequest();
request.open('GET', chrome.runtime.getURL('data.json'));
request.onload = () => console.log(request.status);
request.send();

chrome.runtime.onMessage.addListener(() => console.log(self.request.readyState));
