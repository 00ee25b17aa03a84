let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

chrome.storage.onChanged.addListener(storageOnChanged);

function storageOnChanged(changes, area) {
  if (area === "session") return;
//    console.log(changes);
  // The interval of the user.
  for (const key of Object.keys(changes)) chrome.action.setTitle({ title: key });
}

chrome.action.onClicked.addListener(async () => {
  await stateRestored;
//  count = 0;
  count++;
  chrome.storage.session.set({ count });
  chrome.action.setBadgeText({ text: String(count) });
});
