const API = 'https://example.com/api';
const SECOND = 1000;

function load(done, fail) {
  const signal = AbortSignal.timeout(5 * SECOND);
  fetch(API, { signal })
    .then((response) => response.text())
    .then((text) => done(text), () => {
      if (signal.aborted) {
        fail('late');
      } else {
        fail('error');
      }
    });
}

function same(done, fail) {
  fetch(API, { signal: AbortSignal.timeout(5000) })
    .then((response) => response.text())
    .then((text) => done(text), () => fail());
}

function onlyErrors(done) {
  const [one, other] = [() => done(1), () => done(2)];
  const signal = AbortSignal.timeout(5000);
  fetch(API, { signal }).then((response) => response.text()).catch((error) => {
    if (!signal.aborted) {
      console.warn(error); done(error2);
    }
  });
  const limit = AbortSignal.timeout(3000);
  fetch(`${API}/second`, { signal: limit }).then((answer) => answer.text()).catch(() => {
    if (limit.aborted) {
      one(); other();
    }
  });
}
const error2 = 2;

function never(done) {
  fetch(API, { signal: AbortSignal.timeout(2500) }).then((response) => response.text()).then((text) => done(text));
}

function withoutLimit(done) {
  fetch(API).then((response) => response.text()).then((text) => done(text));
}

chrome.runtime.onMessage.addListener(() => {
  load(console.log, console.log);
  same(console.log, console.log);
  onlyErrors(console.log);
  never(console.log);
  withoutLimit(console.log);
});
