const cache = new Map();
let batches = [];
let hits = 0;

function forgetOld() {
  const now = Date.now();
  for (const [url, entry] of cache) {
    if (now - entry.time > 600000) cache.delete(url);
  }
}

setInterval(forgetOld, 60000);

setInterval(() => {
  batches.filter(({ done }) => done).forEach((batch) => cache.delete(batch.url));
  console.log('swept');
}, 5 * 60 * 1000);

chrome.webRequest.onCompleted.addListener((details) => {
  hits++;
  cache.set(details.url, { time: Date.now(), status: details.statusCode });
  batches.push(new Batch(details));
  setTimeout(() => cache.delete(details.url), 120000);
}, { urls: ['<all_urls>'] });
