chrome.storage.local.get('profile').then(({ profile }) => {
  if (!profile) throw new Error('no profile');
}).catch(() => {
  chrome.browserAction.onClicked.addListener(() => {
    chrome.storage.local.set({ clicked: true });
  });
});
