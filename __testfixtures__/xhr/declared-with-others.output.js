function load(url, done) {
  var started = Date.now();
  fetch(url).then((response) => response.text()).then((text) => {
    done(text, Date.now() - started);
  });
}

function count(url, done) {
  var method = 'GET';
  fetch(url, { method }).then(async (response) => {
    await response.text();
    done(response.status);
  });
}

function ask(url, done) {
  let a = 1, b = 2;
  fetch(url).then(async (response) => {
    await response.text();
    done(response.status, a, b);
  });
}
chrome.runtime.onMessage.addListener((message) => {
  load(message, console.log);
  count(message, console.log);
  ask(message, console.log);
});
