function load(url, done) {
  var request = new XMLHttpRequest(),
      started = Date.now();
  request.open('GET', url);
  request.onload = function () {
    done(request.responseText, typeof started);
  };
  request.send();
}

function count(url, done) {
  var method = 'GET', request = new XMLHttpRequest();
  request.open(method, url, true);
  request.onload = function () {
    done(request.status);
  };
  request.send();
}

function ask(url, done) {
  let a = 1, request = new XMLHttpRequest(), b = 2;
  request.open('GET', url);
  request.onload = () => done(request.status, a, b);
  request.send();
}
function inTurn(url) {
  var first = new XMLHttpRequest(), second = new XMLHttpRequest();
  first.open('GET', url);
  first.onload = function () {
    console.log(first.status);
  };
  second.open('GET', url);
  second.onload = function () {
    console.log(second.status);
  };
  first.send();
  second.send();
}
chrome.runtime.onMessage.addListener(({ url }) => {
  inTurn(url);
  load(url, (...given) => console.log(...given));
  count(url, (...given) => console.log(...given));
  ask(url, (...given) => console.log(...given));
});
