let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
function next() {
  ++n;
  chrome.storage.session.set({ n });
  return n;
}
function nextToo() {
  const result = n++;
  chrome.storage.session.set({ n });
  return result;
}
chrome.tabs.onUpdated.addListener(async () => {
  await stateRestored;
  console.log(next(), nextToo());
});
