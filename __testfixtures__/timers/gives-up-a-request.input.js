const pending = new Map();
let nextTag = 0;

function ask(port, request, timeout) {
  return new Promise((resolve, reject) => {
    const tag = String(nextTag++);
    pending.set(tag, { resolve, reject, timer: setTimeout(() => {
      pending.delete(tag);
      reject(new Error(`No answer to ${request.kind}`));
    }, timeout || 60000) });
    port.postMessage({ tag, request });
  });
}

async function download(url, limit) {
  const controller = new AbortController();
  const giveUp = () => {
    controller.abort('too slow');
  };
  const timer = setTimeout(giveUp, limit);
  const response = await fetch(url, { signal: controller.signal });
  clearTimeout(timer);
  return response.text();
}

async function first(urls) {
  let timer;
  const cleanup = () => {
    clearTimeout(timer);
  };
  const found = await Promise.race([
    Promise.any(urls.map((url) => fetch(url))),
    new Promise((resolve) => {
      timer = setTimeout(() => {
        cleanup();
        console.warn('none of them answered');
        resolve(undefined);
      }, 90 * 1000);
    }),
  ]);
  cleanup();
  return found;
}

chrome.runtime.onMessage.addListener((message, sender, sendResponse) => {
  if (message.kind === 'ask') ask(chrome.runtime.connectNative('com.example.host'), message, message.timeout).then(sendResponse);
  if (message.kind === 'download') download(message.url, message.limit).then(sendResponse);
  if (message.kind === 'first') first(message.urls).then(sendResponse);
  return true;
});
