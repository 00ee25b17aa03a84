const API = 'https://example.com/api';

function load(done, fail) {
  return new Promise((resolve, reject) => {
    fetch(API, { signal: AbortSignal.timeout(3000) })
      .then(async (response) => {
        await response.text();
        return response;
      })
      .then((response) => resolve(response.status), reject);
  }).then(done, () => fail('failed'));
}

function any(done) {
  fetch(API)
    .then(async (response) => ({ response, text: await response.text() }))
    .then(({ response, text }) => done(response.status, text), () => done(0, ''));
}

chrome.runtime.onMessage.addListener(() => {
  load(console.log, console.log);
  any(console.log);
});
