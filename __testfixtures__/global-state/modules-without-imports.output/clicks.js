let count = 100;
const stateRestored = chrome.storage.session.get({ "clicks.count": count }).then((saved) => {
  count = saved["clicks.count"];
}).catch(console.error);

chrome.commands.onCommand.addListener(async () => {
  await stateRestored;
  count += 1;
  chrome.storage.session.set({ "clicks.count": count });
  console.log(count);
});
