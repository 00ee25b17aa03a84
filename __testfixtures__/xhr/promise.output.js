const request = (url) => new Promise((resolve, reject) => {
  fetch(url)
    .then(async (response) => ({ response, text: await response.text() }))
    .then(({ response, text }) => (response.status === 200 ? resolve(text) : reject(new Error(response.statusText))), reject);
});

function bytes(url) {
  return new Promise(function (resolve, reject) {
    fetch(`https://example.com/${url}`)
      .then(async (response) => ({ response, buffer: await response.arrayBuffer() }))
      .then(({ response, buffer }) => {
        resolve({ bytes: buffer, status: response.status });
      }, () => {
        reject(new Error(`${0}: nothing from ${url}`));
      });
  });
}

async function parsed(url) {
  const value = await new Promise((resolve, reject) => {
    fetch(`https://example.com/${url}`)
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
      .then((data) => resolve(data), (error) => {
        console.error(error); reject(error);
      });
  });
  return value.list;
}

chrome.runtime.onMessage.addListener(({ url }, sender, sendResponse) => {
  Promise.all([request(url), bytes(url), parsed(url)]).then(sendResponse, () => sendResponse(null));
  return true;
});
