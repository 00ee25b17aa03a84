let clicks = 0;
const stateRestored = chrome.storage.session.get({ clicks }).then((saved) => {
  clicks = saved.clicks
}).catch(console.error)
chrome.action.onClicked.addListener(async () => {
  await stateRestored
  clicks++;
  chrome.storage.session.set({ clicks })
  console.log(clicks);
})
