let pattern = /a/;
const stateRestored = chrome.storage.session.get({ pattern: [pattern.source, pattern.flags] }).then((saved) => {
  pattern = new RegExp(...saved.pattern);
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  console.log(pattern.source);
  pattern = /b/;
  chrome.storage.session.set({ pattern: [pattern.source, pattern.flags] });
});
