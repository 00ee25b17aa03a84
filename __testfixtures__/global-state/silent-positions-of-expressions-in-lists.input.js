// None of these begins where another event left it.
const plain = [/ads/, /track/i];
const reset = [/ads/g, /track/g];
const counted = [/ads/g];
const replaced = [/ads/g];
const started = [/ads/g];

for (const pattern of started) console.log(pattern.test(location.href));

chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (!url) return;
  if (plain.some((pattern) => pattern.test(url))) chrome.tabs.remove(id);
  for (const pattern of reset) {
    pattern.lastIndex = 0;
    if (pattern.test(url)) console.log(url);
  }
  for (const pattern of counted) {
    let match;
    while ((match = pattern.exec(url)) !== null) console.log(match.index);
  }
  for (const pattern of replaced) console.log(url.replace(pattern, ''));
  const local = [/ads/g, /track/g];
  for (const pattern of local) console.log(pattern.test(url));
});
