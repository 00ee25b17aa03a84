chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  load(message.url, sendResponse);
  count(message.url);
  both(message.url);
  return true;
});

function load(url, done) {
  fetch(url)
    .then((response) => response.text())
    .catch(() => '')
    .then((text) => done(text));
}

function count(url) {
  fetch(url)
    .then(async (response) => ({ response, text: await response.text() }))
    .catch(() => ({ response: Response.error(), text: '' }))
    .then(({ response, text }) => {
      response.status === 200 && console.log(text.length);
    });
}

function both(url) {
  fetch(url, { method: 'HEAD' }).then(async (response) => {
    await response.text();
    const { status, statusText } = response;
    console.log(status, statusText);
  });
}
