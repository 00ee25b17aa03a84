let timer;

async function restart() {
  const { enabled, minutes } = await chrome.storage.local.get({ enabled: true, minutes: 10 });
  clearInterval(timer);
  timer = undefined;
  // Off is off.
  if (enabled) timer = setInterval(() => {
    chrome.tabs.query({ audible: true }).then((tabs) => chrome.action.setBadgeText({ text: String(tabs.length) }));
  }, Number(minutes) * 60000);
}

restart();
chrome.runtime.onMessage.addListener((message) => {
  if (message === 'settings') restart();
});
