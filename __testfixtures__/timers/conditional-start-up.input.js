function check() {
  chrome.action.setBadgeText({ text: '!' });
}

if (localStorage.enabled) setInterval(check, 60000);
chrome.storage.local.get('enabled', ({ enabled }) => {
  if (!enabled) return;
  setInterval(check, 120000);
});
for (const period of ['day', 'week']) {
  setInterval(() => console.log(period), 180000);
}
