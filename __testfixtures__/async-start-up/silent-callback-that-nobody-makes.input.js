let broken = {};

function request(url, callback, failed) {
  const xhr = new XMLHttpRequest();
  xhr.onload = () => (xhr.status === 200 ? callback(xhr.responseText) : failed(xhr.status));
  xhr.open('GET', url);
  xhr.send();
}

// Nothing calls it any more.
function fetchBuild(number, done) {
  if (broken[number]) return done();
  request(`https://builds.example/${number}`, done, () => {
    broken[number] = true;
    done();
  });
}

request('https://builds.example/state', (text) => chrome.browserAction.setTitle({ title: text }), console.error);
