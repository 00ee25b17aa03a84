const API = 'https://example.com/api';

function load(done, fail) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', API);
    xhr.timeout = 3000;
    xhr.onload = () => resolve(xhr.status);
    xhr.onerror = xhr.ontimeout = xhr.onabort = reject;
    xhr.send();
  }).then(done, () => fail('failed'));
}

function any(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.onload = xhr.onerror = () => done(xhr.status, xhr.response);
  xhr.onabort = () => done(xhr.statusText);
  xhr.send();
}

chrome.runtime.onMessage.addListener(() => {
  load(console.log, console.log);
  any(console.log);
});
