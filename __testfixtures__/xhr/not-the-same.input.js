const API = 'https://example.com/api';
const HOST = 'example.com';

function counts(done) {
  let states = 0;
  const xhr = new XMLHttpRequest();
  xhr.onreadystatechange = function () {
    if (states++ >= 0 && xhr.readyState === 4) done(states);
  };
  xhr.open('GET', API);
  xhr.send();
}

function shows(progress, done) {
  const xhr = new XMLHttpRequest();
  xhr.onreadystatechange = function () {
    if (progress(xhr.status) && xhr.readyState === 4) done(xhr.responseText);
  };
  xhr.open('GET', API);
  xhr.send();
}

function changedAddress(done) {
  const address = new URL(API);
  const xhr = new XMLHttpRequest();
  xhr.open('GET', address);
  address.searchParams.append('late', '1');
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

function sortedAddress(sort, done) {
  const address = new URL(API);
  const xhr = new XMLHttpRequest();
  xhr.open('GET', address);
  sort(address);
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

function password(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', 'https://user:word@example.com/api');
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

function anyPassword(user, word, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', `https://${user}:${word}@${HOST}/api`);
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

function addedPassword(user, done) {
  const server = 'https://' + user + '@' + HOST;
  const xhr = new XMLHttpRequest();
  xhr.open('GET', server + '/api');
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

function anonymous(done) {
  const xhr = new XMLHttpRequest({ mozAnon: true });
  xhr.open('GET', API);
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

function called(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.onload = function () { done(new.target); };
  xhr.send();
}

function noMethod(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET ALL', API);
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

function made(make, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.onabort = make();
  xhr.onload = () => done(xhr.status);
  xhr.send();
}

chrome.runtime.onMessage.addListener((message) => {
  ({ counts, shows, changedAddress, sortedAddress, password, anyPassword, addedPassword, anonymous, called, noMethod, made })[message.name](...message.values);
});
