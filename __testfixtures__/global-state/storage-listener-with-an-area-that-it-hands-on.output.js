let n = 0;
const stateRestored = chrome.storage.session.get({ n }).then((saved) => {
  n = saved.n;
}).catch(console.error);
chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  n++;
  chrome.storage.session.set({ n });
  console.log(n);
});
function onChanged(changes, areaName) {
  if (areaName === "session") return;
  console.log(areaName, Object.keys(changes).length);
}
chrome.storage.onChanged.addListener(onChanged);
