let steps = 0;
const stateRestored = chrome.storage.session.get({ steps }).then((saved) => {
  steps = saved.steps;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  steps++;
  chrome.storage.session.set({ steps });
  try {
    console.log(steps);
  } finally {
    steps++;
    chrome.storage.session.set({ steps });
  }
});
