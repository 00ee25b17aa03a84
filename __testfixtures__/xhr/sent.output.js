const API = 'https://example.com/api';

function post(data, done) {
  fetch(API, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json;charset=UTF-8',
      'X-Client': 'extension'
    },
    body: JSON.stringify(data),
    credentials: 'include'
  }).then(async (response) => {
    await response.text();
    done(response.status);
  });
}

function report(body) {
  fetch(API, { method: 'POST', body });
}

function query(headers, done) {
  const requestHeaders = new Headers();
  if (headers) {
    for (const name of Object.keys(headers)) {
      requestHeaders.append(name, headers[name]);
    }
  }
  requestHeaders.append('Cache-Control', 'no-cache');
  fetch(API, { headers: requestHeaders }).then((response) => response.text()).then((text) => done(text));
}

function remove(method, done) {
  fetch(API, { method })
    .then(async (response) => {
      await response.text();
      return response;
    })
    .then((response) => {
      done(response.status);
    }, failed);
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
