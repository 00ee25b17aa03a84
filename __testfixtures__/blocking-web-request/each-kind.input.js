var blocked = [];

chrome.storage.onChanged.addListener((changes) => {
  blocked = changes.blocked.newValue;
});

chrome.webRequest.onBeforeRequest.addListener(
  (details) => {
    if (blocked.some((host) => details.url.includes(host))) return { cancel: true };
  },
  { urls: ['https://example.com/*'] },
  ['blocking'],
);

chrome.webRequest.onBeforeRequest.addListener(
  (details) => ({ redirectUrl: details.url.replace('http:', 'https:') }),
  { urls: ['http://example.com/*'] },
  ['blocking'],
);

chrome.webRequest.onHeadersReceived.addListener(
  (details) => {
    const responseHeaders = details.responseHeaders.filter((header) => header.name.toLowerCase() !== 'x-frame-options');
    return { responseHeaders };
  },
  { urls: ['https://example.com/*'] },
  ['blocking', 'responseHeaders'],
);

const extra = ['requestHeaders', 'blocking'];
chrome.webRequest.onBeforeSendHeaders.addListener(
  function (details) {
    details.requestHeaders.push({ name: 'X-Mark', value: '1' });
    return { requestHeaders: details.requestHeaders };
  },
  { urls: ['https://example.com/*'] },
  extra,
);

chrome.webRequest.onBeforeRequest.addListener(
  (details) => {
    if (details.url.length % 2 === 0) return { cancel: true };
    return { cancel: false };
  },
  { urls: ['https://example.com/*'] },
  ['blocking'],
);

chrome.webRequest.onBeforeRequest.addListener(
  (details) => ask(details.url).then((cancel) => ({ cancel })),
  { urls: ['https://example.com/*'] },
  ['blocking'],
);

chrome.webRequest.onBeforeRequest.addListener(
  (details) => { console.log(details.url); },
  { urls: ['https://example.com/*'] },
  ['blocking'],
);

chrome.webRequest.onAuthRequired.addListener(
  () => ({ authCredentials: { username: 'a', password: 'b' } }),
  { urls: ['https://example.com/*'] },
  ['blocking'],
);

chrome.webRequest.onBeforeRequest.addListener(window.handlers.main, { urls: ['https://example.com/*'] }, ['blocking']);

async function ask(url) {
  return (await fetch('https://example.com/check?' + url)).ok;
}
