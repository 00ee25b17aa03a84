let remaining = 0;
let ticker = null;
let paused = false;
let saving;
let urgent = false;
let rounds = 0;
const stateRestored = chrome.storage.session.get({ remaining, urgent, rounds }).then((saved) => {
  remaining = saved.remaining;
  urgent = saved.urgent;
  rounds = saved.rounds;
}).catch(console.error);

function tick() {
  if (!paused) {
    remaining -= 1;
    chrome.storage.session.set({ remaining });
  }
  if (remaining === 0) {
    clearInterval(ticker);
    ticker = null;
  }
}

chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  if (ticker !== null) {
    paused = !paused;
    return;
  }
  remaining = 1500;
  rounds += 1;
  chrome.storage.session.set({ remaining, rounds });
  chrome.action.setBadgeText({ text: String(rounds) });
  ticker = setInterval(tick, 1000);
});

chrome.idle.onStateChanged.addListener(async (state) => {
  await stateRestored;
  if (!ticker) return;
  paused = state !== 'active';
});

// This timer is over before the background is unloaded.
chrome.tabs.onUpdated.addListener(async (tabId, { status }) => {
  await stateRestored;
  if (saving) {
    urgent = status === 'complete';
    chrome.storage.session.set({ urgent });
  }
  clearTimeout(saving);
  saving = setTimeout(() => {
    console.log(urgent);
    saving = undefined;
  }, 500);
});
