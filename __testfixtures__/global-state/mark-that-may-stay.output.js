let paused = false;
const stateRestored = chrome.storage.session.get({ paused }).then((saved) => {
  paused = saved.paused;
}).catch(console.error);

chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  paused = true;
  chrome.storage.session.set({ paused });
  const answer = await fetch('https://a.example/');
  if (!answer.ok) return;
  paused = false;
  chrome.storage.session.set({ paused });
});

chrome.tabs.onCreated.addListener(async (tab) => {
  await stateRestored;
  if (!paused) console.log(tab.id);
});
