const request = (url) => new Promise((resolve, reject) => {
  const xhr = new XMLHttpRequest();
  xhr.open('GET', url);
  xhr.onload = () => (xhr.status === 200 ? resolve(xhr.response) : reject(new Error(xhr.statusText)));
  xhr.onerror = reject;
  xhr.send();
});

function bytes(url) {
  return new Promise(function (resolve, reject) {
    const xhr = new XMLHttpRequest();
    xhr.open('get', `https://example.com/${url}`);
    xhr.responseType = 'arraybuffer';
    xhr.addEventListener('load', ({ target }) => {
      resolve({ bytes: target.response, status: target.status });
    });
    xhr.addEventListener('error', () => {
      reject(new Error(`${xhr.status}: nothing from ${url}`));
    }, false);
    xhr.send();
  });
}

async function parsed(url) {
  const value = await new Promise((resolve, reject) => {
    const xhr = new XMLHttpRequest();
    xhr.responseType = 'json';
    xhr.onload = () => resolve(xhr.response);
    xhr.onerror = (error) => { console.error(error); reject(error); };
    xhr.open('GET', `https://example.com/${url}`);
    xhr.send();
  });
  return value.list;
}

chrome.runtime.onMessage.addListener(({ url }, sender, sendResponse) => {
  Promise.all([request(url), bytes(url), parsed(url)]).then(sendResponse, () => sendResponse(null));
  return true;
});
