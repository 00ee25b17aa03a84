let remaining = 0;
let ticker = null;
let paused = false;
let saving;
let urgent = false;
let rounds = 0;

function tick() {
  if (!paused) remaining -= 1;
  if (remaining === 0) {
    clearInterval(ticker);
    ticker = null;
  }
}

chrome.action.onClicked.addListener(() => {
  if (ticker !== null) {
    paused = !paused;
    return;
  }
  remaining = 1500;
  rounds += 1;
  chrome.action.setBadgeText({ text: String(rounds) });
  ticker = setInterval(tick, 1000);
});

chrome.idle.onStateChanged.addListener((state) => {
  if (!ticker) return;
  paused = state !== 'active';
});

// This timer is over before the background is unloaded.
chrome.tabs.onUpdated.addListener((tabId, { status }) => {
  if (saving) urgent = status === 'complete';
  clearTimeout(saving);
  saving = setTimeout(() => {
    console.log(urgent);
    saving = undefined;
  }, 500);
});
