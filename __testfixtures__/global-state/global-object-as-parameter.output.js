self.hits = 0;
const stateRestored = chrome.storage.session.get({ hits: self.hits }).then((saved) => {
  self.hits = saved.hits;
}).catch(console.error);
(function (root) {
  chrome.tabs.onActivated.addListener(async () => {
    await stateRestored;
    root.hits++;
    chrome.storage.session.set({ hits: self.hits });
  });
})(self);
chrome.action.onClicked.addListener(async () => {
  await stateRestored;
  console.log(hits);
});
