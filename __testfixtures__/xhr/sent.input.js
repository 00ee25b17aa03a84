const API = 'https://example.com/api';

function post(data, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', API);
  xhr.setRequestHeader('Content-Type', 'application/json;charset=UTF-8');
  xhr.setRequestHeader('X-Client', 'extension');
  xhr.withCredentials = true;
  xhr.onload = () => done(xhr.status);
  xhr.send(JSON.stringify(data));
}

function report(body) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', API);
  xhr.send(body);
}

function query(headers, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  if (headers) {
    for (const name of Object.keys(headers)) {
      xhr.setRequestHeader(name, headers[name]);
    }
  }
  xhr.setRequestHeader('Cache-Control', 'no-cache');
  xhr.onload = () => done(xhr.response);
  xhr.send(headers);
}

function remove(method, done) {
  const xhr = new XMLHttpRequest();
  xhr.open(method, API);
  xhr.onload = () => { done(xhr.status); };
  xhr.onerror = failed;
  xhr.send();
}

function failed() {
  console.log('no answer');
}

chrome.runtime.onMessage.addListener(({ data, headers, method }) => {
  post(data, console.log);
  report(data);
  query(headers, console.log);
  remove(method, console.log);
});
