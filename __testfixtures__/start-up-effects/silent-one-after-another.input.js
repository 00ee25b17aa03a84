const pages = ['https://a.example/', 'https://b.example/'];
const minutes = Number(navigator.hardwareConcurrency);

// An unload comes before.
pages.forEach((url, index) => setTimeout(() => fetch(url), 60000 * (index + 1)));

// It is not known how long these take.
setTimeout(() => fetch(pages[0]), minutes * 60000);

pages.reduce((sum, delay) => {
  setTimeout(() => fetch(pages[0]), delay * 1000);
  return sum + delay;
});

for (let i = pages.length; i < minutes; i += 2) {
  setTimeout(() => fetch(pages[1]), i * 60000);
}

chrome.runtime.onMessage.addListener((urls) => {
  urls.forEach((url, index) => setTimeout(() => fetch(url), index * 1000));
});
