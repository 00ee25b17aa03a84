let startListening;
const listening = new Promise((resolve) => {
  startListening = resolve;
});

chrome.storage.local.get('profile').then(({ profile }) => {
  if (!profile) throw new Error('no profile');
}).catch(() => {
  startListening();
});

chrome.browserAction.onClicked.addListener(async () => {
  await listening;
  chrome.storage.local.set({ clicked: true });
});
