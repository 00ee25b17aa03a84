const PATIENCE = 5000;

/** The lines of a file, by a path relative to the background's page. */
function lines(path, done, failed) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', path);
  xhr.timeout = PATIENCE;
  xhr.onload = () => done(xhr.responseText.trim().split('\n'));
  xhr.onerror = () => failed('no such file');
  xhr.ontimeout = () => failed('too late');
  xhr.send();
}

/** Status and start of a file, also of one that is not there. */
function glance(path, done) {
  var xhr = new XMLHttpRequest();
  xhr.onreadystatechange = function () {
    if (this.readyState !== XMLHttpRequest.DONE) return;
    var start = this.responseText.slice(0, 5);
    done([this.status, start]);
  };
  xhr.open('GET', chrome.runtime.getURL(path), true);
  xhr.send(null);
}

/** The value in a JSON file; null where it is none. */
function parsed(path) {
  return new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.open('GET', chrome.runtime.getURL(path));
    xhr.responseType = 'json';
    xhr.addEventListener('load', ({ target }) => resolve(target.response));
    xhr.addEventListener('error', reject);
    xhr.send();
  });
}

/** How many bytes a file has. */
function size(path, kind, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', chrome.runtime.getURL(path));
  // Both kinds count bytes, no characters.
  if (kind === 'blob') {
    sizeOfBlob(path, done);
    return;
  }
  xhr.responseType = 'arraybuffer';
  xhr.onload = function (event) {
    const { status, response } = event.target;
    if (status === 200) done(response.byteLength);
  };
  xhr.send();
}

function sizeOfBlob(path, done) {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', chrome.runtime.getURL(path));
  xhr.setRequestHeader('X-Asked-By', 'word-files');
  xhr.responseType = 'blob';
  xhr.onloadend = () => done(xhr.response ? xhr.response.size : -1);
  xhr.send();
}
