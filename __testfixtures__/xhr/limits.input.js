const API = 'https://example.com/api';
const SECOND = 1000;

function load(done, fail) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.timeout = 5 * SECOND;
  xhr.onload = () => done(xhr.responseText);
  xhr.onerror = () => fail('error');
  xhr.ontimeout = () => fail('late');
  xhr.send();
}

function same(done, fail) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.timeout = 5000;
  xhr.onload = () => done(xhr.responseText);
  xhr.onerror = () => fail();
  xhr.ontimeout = () => fail();
  xhr.send();
}

function onlyErrors(done) {
  const [one, other] = [() => done(1), () => done(2)];
  const first = new XMLHttpRequest();
  first.open('GET', API);
  first.timeout = 5000;
  first.onerror = (error) => { console.warn(error); done(error2); };
  first.send();
  const second = new XMLHttpRequest();
  second.open('GET', `${API}/second`);
  second.timeout = 3000;
  second.ontimeout = () => { one(); other(); };
  second.send();
}
const error2 = 2;

function never(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.timeout = 2500;
  xhr.onload = () => done(xhr.responseText);
  xhr.send();
}

function withoutLimit(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.timeout = 0;
  xhr.onload = () => done(xhr.responseText);
  xhr.send();
}

chrome.runtime.onMessage.addListener(() => {
  load(console.log, console.log);
  same(console.log, console.log);
  onlyErrors(console.log);
  never(console.log);
  withoutLimit(console.log);
});
