chrome.storage.sync.get({ minutes: 5, away: false }, ({ minutes, away }) => {
  chrome.idle.setDetectionInterval(minutes * 60);
  chrome.idle.onStateChanged.addListener((state) => {
    if (state === 'idle' && away) chrome.tabs.create({ url: 'away.html' });
  });
});
