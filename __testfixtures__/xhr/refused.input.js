const API = 'https://example.com/api';
let last;

function handedOn(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.onload = () => done(xhr);
  xhr.send();
}

function returned() {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.onload = () => console.log(xhr.status);
  xhr.send();
  return xhr;
}

function stopped(done) {
  const xhr = new XMLHttpRequest();
  const timer = setTimeout(() => xhr.abort(), 5000);
  xhr.open('GET', API);
  xhr.onload = () => { clearTimeout(timer); done(xhr.responseText); };
  xhr.send();
}

function kept(done) {
  last = new XMLHttpRequest();
  last.open('GET', API);
  last.onload = () => done(last.responseText);
  last.send();
}

function replaced(done) {
  let xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.onload = () => { done(xhr.responseText); xhr = null; };
  xhr.send();
}

function again(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.onload = () => {
    if (xhr.status === 200) return done(xhr.responseText);
    xhr.open('GET', `${API}/other`);
    xhr.send();
  };
  xhr.send();
}

function sometimes(url, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', url);
  xhr.onload = () => done(xhr.responseText);
  if (url) xhr.send();
}

function maybeWaiting(isAsync, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API, isAsync);
  xhr.onload = () => done(xhr.responseText);
  xhr.send();
}

function withPassword(user, password, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API, true, user, password);
  xhr.onload = () => done(xhr.responseText);
  xhr.send();
}

function everyState(done) {
  const xhr = new XMLHttpRequest();
  xhr.onreadystatechange = () => done(xhr.readyState);
  xhr.open('GET', API);
  xhr.send();
}

function beforeItIsDone(done) {
  const xhr = new XMLHttpRequest();
  xhr.onreadystatechange = function () {
    console.log('state');
    if (xhr.readyState === 4) done(xhr.responseText);
  };
  xhr.open('GET', API);
  xhr.send();
}

function elsewise(done) {
  const xhr = new XMLHttpRequest();
  xhr.onreadystatechange = function () {
    if (xhr.readyState === 4) done(xhr.responseText);
    else console.log('wait');
  };
  xhr.open('GET', API);
  xhr.send();
}

function bothRun(done, fail) {
  const xhr = new XMLHttpRequest();
  xhr.onreadystatechange = function () {
    if (xhr.readyState === 4) done(xhr.status);
  };
  xhr.onerror = () => fail();
  xhr.open('GET', API);
  xhr.send();
}

function order(done) {
  const xhr = new XMLHttpRequest();
  xhr.onload = () => done(xhr.status);
  xhr.onloadend = () => done('end');
  xhr.open('GET', API);
  xhr.send();
}

function anyKind(type, done) {
  const xhr = new XMLHttpRequest();
  xhr.responseType = type;
  xhr.onload = () => done(xhr.response);
  xhr.open('GET', API);
  xhr.send();
}

function otherCharset(done) {
  const xhr = new XMLHttpRequest();
  xhr.overrideMimeType('text/plain; charset=x-user-defined');
  xhr.onload = () => done(xhr.response);
  xhr.open('GET', API);
  xhr.send();
}

function allHeaders(done) {
  const xhr = new XMLHttpRequest();
  xhr.onload = () => done(xhr.getAllResponseHeaders());
  xhr.open('GET', API);
  xhr.send();
}

function callbackOfOthers(done) {
  const xhr = new XMLHttpRequest();
  xhr.onload = done;
  xhr.open('GET', API);
  xhr.send();
}

function eventOfFailure(fail) {
  const xhr = new XMLHttpRequest();
  xhr.onerror = (event) => fail(event.type);
  xhr.open('GET', API);
  xhr.send();
}

function eventOfLoad(done) {
  const xhr = new XMLHttpRequest();
  xhr.onload = (event) => done(event.loaded);
  xhr.open('GET', API);
  xhr.send();
}

function anyMethod(method, body, done) {
  const xhr = new XMLHttpRequest();
  xhr.open(method, API);
  xhr.onload = () => done(xhr.status);
  xhr.send(body);
}

function forbidden(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('TRACE', API);
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

function files(url, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', url);
  xhr.onload = () => { if (xhr.status === 200 || xhr.status === 0) done(xhr.responseText); };
  xhr.send();
}

function diskFile(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', 'file:///etc/hosts');
  xhr.onload = () => done(xhr.responseText);
  xhr.send();
}

function icons(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', 'chrome://favicon/https://example.com');
  xhr.responseType = 'blob';
  xhr.onload = () => done(xhr.response);
  xhr.send();
}

function caught(url, done, fail) {
  try {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', url);
    xhr.onload = () => done(xhr.status);
    xhr.onerror = () => fail('network');
    xhr.send();
  } catch {
    fail('address');
  }
}

function movedOn(url, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', url);
  url = 'none';
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

function noLimit(ms, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.timeout = ms;
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

function latin(text) {
  const xhr = new XMLHttpRequest();
  xhr.open('POST', API);
  xhr.setRequestHeader('Content-Type', 'text/plain; charset=iso-8859-1');
  xhr.send(text);
}

function rounds(urls, done) {
  for (const url of urls) {
    var xhr = new XMLHttpRequest();
    xhr.open('GET', url);
    xhr.onload = () => done(xhr.status);
    xhr.send();
  }
}

function marked(done) {
  const xhr = new XMLHttpRequest();
  xhr.done = done;
  xhr.open('GET', API);
  xhr.onload = function () { this.done(this.status); };
  xhr.send();
}

function asThis(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.onload = function () { done.call(this); };
  xhr.send();
}

function counted(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.onload = function () { done(arguments.length); };
  xhr.send();
}

function commented(done) {
  const xhr = new XMLHttpRequest();
  xhr.onreadystatechange = function () {
    // Called for each state.
    if (xhr.readyState === 4) done(xhr.responseText);
  };
  xhr.open('GET', API);
  xhr.send();
}

function switched(body, done) {
  const xhr = new XMLHttpRequest();
  xhr.open(body.method, body.url());
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

function notEmpty(done) {
  const xhr = new XMLHttpRequest();
  xhr.responseType = 'json';
  xhr.onload = () => done(xhr.responseText);
  xhr.open('GET', API);
  xhr.send();
}

function addressOfFailure(done) {
  const xhr = new XMLHttpRequest();
  xhr.onloadend = () => done(xhr.responseURL);
  xhr.open('GET', API);
  xhr.send();
}

function shared(fail) {
  const xhr = new XMLHttpRequest();
  const other = {};
  xhr.open('GET', API);
  xhr.onerror = other.onerror = () => fail(xhr.status);
  xhr.send();
}

chrome.runtime.onMessage.addListener((message) => {
  const all = {
    handedOn, returned, stopped, kept, replaced, again, sometimes, maybeWaiting, withPassword, everyState, beforeItIsDone, elsewise, bothRun, order, anyKind, otherCharset,
    allHeaders, callbackOfOthers, eventOfFailure, eventOfLoad, anyMethod, forbidden, files, diskFile, icons, caught, movedOn, noLimit, latin, rounds, marked, asThis, counted, commented, switched, notEmpty, addressOfFailure, shared,
  };
  all[message.name](...message.values);
});
