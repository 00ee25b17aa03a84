const API = 'https://example.com/api';

function parsed(done, fail) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.onload = () => {
    done(JSON.parse(xhr.responseText).list.length);
  };
  xhr.onerror = () => fail('network');
  xhr.send();
}

function ended(done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', API);
  xhr.responseType = 'json';
  xhr.onloadend = async function () {
    done(await this.response.list);
    if (this.status.toFixed(1) === '404.0') throw new Error('not there');
  };
  xhr.send();
}

chrome.runtime.onMessage.addListener(() => {
  parsed(console.log, console.log);
  ended(console.log);
});
