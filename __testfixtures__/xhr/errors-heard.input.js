const failures = [];
self.onerror = (message) => { failures.push(message); };

function load(done) {
  const request = new XMLHttpRequest();
  request.open('GET', chrome.runtime.getURL('data.json'));
  request.responseType = 'json';
  request.onload = () => done(request.response.list);
  request.onerror = () => done(failures.length);
  request.send();
}

chrome.runtime.onMessage.addListener(() => load(console.log));
