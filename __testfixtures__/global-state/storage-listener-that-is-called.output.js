let count = 0;
const stateRestored = chrome.storage.session.get({ count }).then((saved) => {
  count = saved.count;
}).catch(console.error);

chrome.tabs.onCreated.addListener(async () => {
  await stateRestored;
  count++;
  chrome.storage.session.set({ count });
  console.log(count);
});

function refresh(changes, area) {
  if (area === "session") return;
  for (const key in changes) console.log(key);
}

chrome.storage.onChanged.addListener(refresh);
chrome.commands.onCommand.addListener(async (command) => {
  await stateRestored;
  refresh({ [command + count]: true });
});
