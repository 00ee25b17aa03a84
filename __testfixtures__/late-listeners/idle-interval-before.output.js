let minutes, away;
const awayLoaded = chrome.storage.sync.get({ minutes: 5, away: false }).then((found) => {
  ({ minutes, away } = found);
  chrome.idle.setDetectionInterval(minutes * 60);
}).catch(console.error);

chrome.idle.onStateChanged.addListener(async (state) => {
  await awayLoaded;
  if (state === 'idle' && away) chrome.tabs.create({ url: 'away.html' });
});
