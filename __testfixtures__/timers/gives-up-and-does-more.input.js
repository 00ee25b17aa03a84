const controller = new AbortController();
let failures = 0;

function ask(url, timeout) {
  return new Promise((resolve, reject) => {
    setTimeout(() => {
      failures++;
      chrome.action.setBadgeText({ text: '!' });
      reject(new Error('too slow'));
    }, timeout);
    fetch(url, { signal: controller.signal }).then(resolve, reject);
  });
}

function wait(milliseconds) {
  return new Promise((resolve) => setTimeout(() => resolve(), milliseconds));
}

chrome.runtime.onMessage.addListener(async (message) => {
  if (message.kind === 'ask') await ask(message.url, message.timeout);
  if (message.kind === 'later') {
    await wait(message.delay);
    chrome.tabs.create({ url: message.url });
  }
  if (message.kind === 'stop') setTimeout(() => controller.abort(), message.delay);
});
