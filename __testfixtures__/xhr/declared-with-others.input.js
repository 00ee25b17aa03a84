function load(url, done) {
  var request = new XMLHttpRequest(),
      started = Date.now();
  request.open('GET', url);
  request.onload = function () {
    done(request.responseText, Date.now() - started);
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
chrome.runtime.onMessage.addListener((message) => {
  load(message, console.log);
  count(message, console.log);
  ask(message, console.log);
});
