const PATIENCE = 5000;

/** The lines of a file, by a path relative to the background's page. */
function lines(path, done, failed) {
  const signal = AbortSignal.timeout(PATIENCE);
  fetch(path, { signal })
    .then((response) => response.text())
    .then((text) => done(text.trim().split('\n')), () => {
      if (signal.aborted) {
        failed('too late');
      } else {
        failed('no such file');
      }
    });
}

/** Status and start of a file, also of one that is not there. */
function glance(path, done) {
  fetch(chrome.runtime.getURL(path))
    .then(async (response) => ({ response, text: await response.text() }))
    .catch(() => ({ response: Response.error(), text: '' }))
    .then(({ response, text }) => {
      var start = text.slice(0, 5);
      done([response.status, start]);
    });
}

/** The value in a JSON file; null where it is none. */
function parsed(path) {
  return new Promise((resolve, reject) => {
    fetch(chrome.runtime.getURL(path))
      .then(async (response) => {
        const text = await response.text();
        let data = null;
        try {
          data = JSON.parse(text);
        } catch {
          // What is no JSON is null.
        }
        return data;
      })
      .then((data) => resolve(data), reject);
  });
}

/** How many bytes a file has. */
function size(path, kind, done) {
  // Both kinds count bytes, no characters.
  if (kind === 'blob') {
    sizeOfBlob(path, done);
    return;
  }
  fetch(chrome.runtime.getURL(path)).then(async (answer) => {
    const buffer = await answer.arrayBuffer();
    const { status, response } = { status: answer.status, response: buffer };
    if (status === 200) done(response.byteLength);
  });
}

function sizeOfBlob(path, done) {
  fetch(chrome.runtime.getURL(path), {
    headers: { 'X-Asked-By': 'word-files' }
  })
    .then((response) => response.blob())
    .catch(() => null)
    .then((blob) => done(blob ? blob.size : -1));
}
