const patterns = [/ads/g, /track/y];
const named = new Map([['ads', /ads/g]]);
const rules = [{ pattern: /ads/g, name: 'ads' }, { pattern: /track/, name: 'track' }];
const own = /banner/g;

function matches(pattern, url) {
  return pattern.test(url);
}

chrome.tabs.onUpdated.addListener((id, { url }) => {
  if (!url) return;
  if (patterns.some((pattern) => pattern.test(url))) chrome.tabs.remove(id);
  for (const pattern of patterns) console.log(pattern.exec(url));
  for (let i = 0; i < patterns.length; i++) console.log(patterns[i].test(url));
  if (named.get('ads').test(url)) console.log('ads');
  console.log(rules.find((rule) => rule.pattern.test(url)));
  console.log(matches(own, url));
});
