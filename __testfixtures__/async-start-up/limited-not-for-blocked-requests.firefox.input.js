let blocked = [];

fetch('https://lists.example/blocked.json')
  .then((response) => response.json())
  .then((list) => {
    blocked = list;
  });

browser.webRequest.onBeforeRequest.addListener(
  (details) => ({ cancel: blocked.includes(details.url) }),
  { urls: ['<all_urls>'] },
  ['blocking'],
);
