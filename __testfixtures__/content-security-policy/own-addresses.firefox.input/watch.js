const api = 'https://api.example/';

fetch(browser.runtime.getURL('words.json')).then(console.log);
fetch('words.json').then(console.log);
fetch(new Request(`${api}words`)).then(console.log);
browser.tabs.onUpdated.addListener((tabId, { url }) => {
  if (url) fetch(api + encodeURIComponent(url)).then(console.log);
});
