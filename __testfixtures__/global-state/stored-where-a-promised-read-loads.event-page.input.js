var rules = [];
var stats = { blocked: 0 };

var settingsLoaded = new Promise(function (resolve) { chrome.storage.local.get({ rules: [], stats: stats }, resolve); }).then(function (data) {
  rules = data.rules;
  stats = data.stats;
});

chrome.storage.onChanged.addListener(function (changes, area) {
  if (area === 'local' && changes.rules) rules = changes.rules.newValue;
});

chrome.webRequest.onBeforeRequest.addListener(async function (details) {
  await settingsLoaded;
  if (rules.includes(details.url)) {
    stats.blocked++;
    chrome.storage.local.set({ stats: stats });
    return { cancel: true };
  }
}, { urls: ['<all_urls>'] }, ['blocking']);
