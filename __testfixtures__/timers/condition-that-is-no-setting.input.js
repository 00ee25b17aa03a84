let timer;
const started = Date.now();

function check() {
  chrome.action.setBadgeText({ text: '!' });
}

if (started % 2 === 0) setInterval(check, 60000);
chrome.tabs.query({}, (tabs) => {
  if (tabs.length > 10) setInterval(check, 120000);
});
chrome.storage.local.get({ on: true, often: false, sites: [] }, ({ on, often, sites }) => {
  if (on) setInterval(check, 180000);
  else chrome.action.setBadgeText({ text: '' });
  if (on) {
    if (often) return;
    setInterval(check, 240000);
  }
  for (const site of sites) {
    if (site.on) setInterval(check, 300000);
  }
});
chrome.storage.local.get({ on: true }, ({ on }) => {
  if (on) timer = setInterval(check, 360000);
});
chrome.action.onClicked.addListener(() => clearInterval(timer));
