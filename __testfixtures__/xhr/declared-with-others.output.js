function load(url, done) {
  var started = Date.now();
  fetch(url).then((response) => response.text()).then((text) => {
    done(text, typeof started);
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
function inTurn(url) {
  fetch(url).then(async (response) => {
    await response.text();
    console.log(response.status);
  });
  fetch(url).then(async (answer) => {
    await answer.text();
    console.log(answer.status);
  });
}
chrome.runtime.onMessage.addListener(({ url }) => {
  inTurn(url);
  load(url, (...given) => console.log(...given));
  count(url, (...given) => console.log(...given));
  ask(url, (...given) => console.log(...given));
});
