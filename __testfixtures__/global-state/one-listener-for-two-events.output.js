let current = 0;
const stateRestored = chrome.storage.session.get({ current }).then((saved) => {
  current = saved.current;
}).catch(console.error);
async function note(tab) {
  await stateRestored;
  current = tab.windowId;
  chrome.storage.session.set({ current });
}
chrome.tabs.onCreated.addListener(note);
chrome.action.onClicked.addListener(note);
chrome.tabs.onRemoved.addListener(async () => {
  await stateRestored;
  console.log(current);
});
