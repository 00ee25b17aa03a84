const API = 'https://example.com/api';

function parsed(done, fail) {
  fetch(API)
    .then((response) => response.text())
    .then((text) => {
      done(JSON.parse(text).list.length);
    }, () => fail('network'));
}

function ended(done) {
  fetch(API)
    .then(async (response) => {
      const text = await response.text();
      let data = null;
      try {
        data = JSON.parse(text);
      } catch {
        // What is no JSON is null.
      }
      return { response, data };
    })
    .catch(() => ({ response: Response.error(), data: null }))
    .then(async ({ response, data }) => {
      done(await data.list);
      if (response.status.toFixed(1) === '404.0') throw new Error('not there');
    });
}

chrome.runtime.onMessage.addListener(() => {
  parsed(console.log, console.log);
  ended(console.log);
});
